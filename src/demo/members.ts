import type { Payload } from 'payload'
import { parseDeclaration } from '../adhesion/declaration/parse-declaration.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import { directoryEntry } from '../membership/directory-entry.ts'
import { searchKeyOf } from '../membership/search-key.ts'
import { FOUNDERS, MEMBERS, PARTNERS, type DemoOrganisation } from './organisations.ts'
import { dayAgo, declarationBody, type Story } from './story.ts'
import type { Team } from './team.ts'

/** Numbers of the applicants begin here, so that no two organisations share a SIREN. */
export const FIRST_APPLICANT = 40

type Entry = {
  organisation: DemoOrganisation
  kind: 'member' | 'partner'
  origin: 'founder' | 'paper'
  days: number
  deliberation: string
}

const ENTRIES: readonly Entry[] = [
  ...FOUNDERS.map(
    (organisation): Entry => ({
      organisation,
      kind: 'member',
      origin: 'founder',
      days: 398,
      deliberation: 'Assemblée générale constitutive, résolution 1',
    }),
  ),
  ...MEMBERS.map(
    (organisation, index): Entry => ({
      organisation,
      kind: 'member',
      origin: 'paper',
      days: 390 - index * 9,
      deliberation: `Bureau n° ${1 + Math.floor(index / 3)}, point 2`,
    }),
  ),
  ...PARTNERS.map(
    (organisation, index): Entry => ({
      organisation,
      kind: 'partner',
      origin: 'paper',
      days: 300 - index * 20,
      deliberation: 'Bureau n° 4, point 6',
    }),
  ),
]

/** Who belongs to the network of which founder. */
const NETWORKS: ReadonlyMap<string, string> = new Map([
  ['Atelier Grand Large', 'Union des ateliers de formation'],
  ['La Fabrique des métiers', 'Union des ateliers de formation'],
  ['École buissonnière du Limousin', 'Fédération des écoles du second départ'],
])

/** Founders, members and partners of the beginning; their ids by name. */
export async function seedMembers(payload: Payload, team: Team, story: Story): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [index, { organisation, kind, origin, days, deliberation }] of ENTRIES.entries()) {
    story.at(days, 14)
    const parsed = parseDeclaration(declarationBody(organisation, index + 1, kind))
    if (!parsed.ok) throw new Error(`The demo's ${organisation.legalName} is refused: ${JSON.stringify(parsed.issues)}`)
    const { identifierKey, searchKey: _searchKey, ...declared } = parsed.declaration.organisation
    const member = await unitOfWork(payload, ({ req }) =>
      payload.create({
        collection: 'members',
        data: {
          legalName: declared.legalName,
          acronym: declared.acronym ?? null,
          kind,
          origin,
          status: 'active',
          slot: identifierKey,
          identifierKey,
          searchKey: searchKeyOf(declared.legalName, declared.acronym),
          organisation: declared,
          representative: parsed.declaration.representative,
          effectiveOn: dayAgo(story.today, days),
          deliberation,
          network: ids.get(NETWORKS.get(organisation.legalName) ?? '') ?? null,
          directory: directoryEntry(declared),
          confirmed: true,
          enteredBy: team.secretariat.id,
          confirmedBy: team.secretariat2.id,
          rev: 0,
        },
        req,
        depth: 0,
        overrideAccess: true,
      }),
    )
    ids.set(organisation.legalName, member.id)
  }
  return ids
}
