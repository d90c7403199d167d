import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import { NO_CLIENT, type Actor } from '../adhesion/lifecycle/actor.ts'
import { parseDeclaration } from '../adhesion/declaration/parse-declaration.ts'
import { openFollowUp, readLink } from '../adhesion/links/open-link.ts'
import { sign } from '../adhesion/actions/sign.ts'
import { submit } from '../adhesion/actions/submit.ts'
import { setClock } from '../lib/clock.ts'
import { addDays, parisDay, startOfParisDay, type Day } from '../lib/dates.ts'
import { settingsOf } from '../lib/settings.ts'
import type { User } from '../payload-types.ts'
import { tokenOf } from '../record/capabilities.ts'
import type { DemoOrganisation } from './organisations.ts'
import { sirenOf, siretOf } from './numbers.ts'

/** Days before today on which something of the demo happened. */
export type DaysAgo = number

/** The Paris day so many days before the seeding. */
export const dayAgo = (today: Day, days: DaysAgo): Day => addDays(today, -days)

/** Tells the demo's story under a clock it sets: each step happens at its day and hour, in order. */
export class Story {
  readonly payload: Payload
  readonly today: Day
  #last: Date

  constructor(payload: Payload) {
    this.payload = payload
    this.today = parisDay(new Date())
    this.#last = new Date(0)
  }

  /** Sets the clock to a day's hour (Paris, roughly) and never back. */
  at(days: DaysAgo, hour: number, minute = 0): void {
    const start = startOfParisDay(dayAgo(this.today, days)).getTime()
    const moment = new Date(Math.min(start + (hour * 60 + minute) * 60_000, Date.now()))
    this.#last = moment
    setClock(() => this.#last)
  }

  /** Gives the machine's clock back. */
  end(): void {
    setClock(null)
  }

  staff(user: User): Extract<Actor, { kind: 'staff' }> {
    return { kind: 'staff', user, client: NO_CLIENT }
  }

  /** An organisation applies; the file's id. */
  async apply(organisation: DemoOrganisation, number: number, kind: 'member' | 'partner' = 'member'): Promise<string> {
    const parsed = parseDeclaration(declarationBody(organisation, number, kind))
    if (!parsed.ok) throw new Error(`The demo's ${organisation.legalName} is refused: ${JSON.stringify(parsed.issues)}`)
    const {
      doc: { id },
    } = await submit(this.payload, { declaration: parsed.declaration, warnings: parsed.warnings, client: NO_CLIENT })
    await this.#dateRow(id)
    return id
  }

  /** The representative signs from the link that was sent. */
  async sign(id: string, organisation: DemoOrganisation): Promise<void> {
    const link = await readLink(this.payload, await this.#token(id, 'sign'), 'sign')
    if (!link) throw new Error('The demo lost a link')
    const { firstName, lastName } = organisation.representative
    await sign(this.payload, { link, fullName: `${firstName} ${lastName}`, channel: 'api', client: NO_CLIENT })
  }

  /** Who holds the follow-up link of a file: the applicant, or the representative by their own. */
  async holder(id: string, purpose: 'follow-up' | 'representative-follow-up'): Promise<Actor> {
    const { actor } = await openFollowUp(this.payload, await this.#token(id, purpose), NO_CLIENT)
    return actor
  }

  async #token(id: string, purpose: string): Promise<string> {
    const capability = await findFirst({ payload: this.payload }, 'capabilities', {
      where: {
        and: [
          { subject: { equals: `adhesion:${id}` } },
          { purpose: { equals: purpose } },
          { revokedAt: { exists: false } },
        ],
      },
      sort: '-createdAt',
    })
    if (!capability) throw new Error(`The demo lost the link ${purpose}`)
    return tokenOf(settingsOf(this.payload).TOKEN_SECRET, capability)
  }

  /** A list shows when a file came: the story's time, not the seeding's. */
  async #dateRow(id: string): Promise<void> {
    await this.payload.db.updateOne({
      collection: 'adhesions',
      id,
      data: { createdAt: this.#last.toISOString() },
      returning: false,
    })
  }
}

/** What `POST /api/adhesions` would be sent by an organisation of the demo. */
export function declarationBody(
  organisation: DemoOrganisation,
  number: number,
  kind: 'member' | 'partner',
): Record<string, unknown> {
  const { legalName, acronym, legalForm, line1, postalCode, city, website, description, representative } = organisation
  const domain = `${legalName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 30)}.example`
  const local = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
  return {
    kind,
    organisation: {
      legalName,
      ...(acronym ? { acronym } : {}),
      legalForm,
      siret: siretOf(sirenOf(number)),
      address: { line1, postalCode, city },
      ...(website ? { website } : {}),
      description,
      qualiopi: { status: number % 4 === 0 ? 'in-progress' : 'certified', categories: ['actions-de-formation'] },
    },
    representative: {
      ...representative,
      capacity: 'legal-representative',
      email: `${local(representative.firstName)}.${local(representative.lastName)}@${domain}`,
    },
    contact: { firstName: 'Dominique', lastName: 'Laforge', email: `contact@${domain}` },
    motivation: 'Nous voulons prendre part aux travaux communs et faire connaître la réalité du terrain.',
    privacyNoticeRead: true,
  }
}
