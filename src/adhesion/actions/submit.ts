import type { Payload, PayloadRequest } from 'payload'
import { charterInForce } from '../../charter/in-force.ts'
import { isDoneBefore } from '../../db/before-commit.ts'
import { findFirst, type ReadContext } from '../../db/find.ts'
import { unitOfWork, type UnitOfWork } from '../../db/unit-of-work.ts'
import { now } from '../../lib/clock.ts'
import { parisDay } from '../../lib/dates.ts'
import { isDomainError, type Issue } from '../../lib/errors.ts'
import { foldEmail } from '../../lib/fold.ts'
import { requireKeyStill, type KeyHolder } from '../../federations/key-in-use.ts'
import type { Adhesion, CharterVersion } from '../../payload-types.ts'
import { recordFact } from '../../record/journal.ts'
import { nextReference } from '../../record/reference.ts'
import { mailWaitsUntil } from '../../record/waiting-mail.ts'
import { wakeSender } from '../../record/wake.ts'
import type { Actor, Client } from '../lifecycle/actor.ts'
import { DECLARATION } from '../declaration/schema.ts'
import type { Declaration } from '../declaration/declaration-types.ts'
import { denied } from '../lifecycle/denials.ts'
import { sendFollowUpLink } from '../links/follow-up-link.ts'
import { oweNotices } from '../notices.ts'
import { actorFacts } from '../lifecycle/on-file.ts'
import { expiryDay } from '../lifecycle/expiry.ts'
import { resendLink } from './resend-link.ts'
import { oweStateEvent } from '../lifecycle/state-events.ts'
import { unsignedSlot } from '../lifecycle/slot.ts'
import { isOpen } from '../lifecycle/states.ts'
import { attachFiles, withFilesStored, type CheckedFile } from './attach-files.ts'
import { noticeVersion } from '../../record/privacy/notice.ts'
import type { Stored } from '../../record/attachments.ts'
import { storedDeclaration } from '../declaration/stored-declaration.ts'
import { isAlready } from '../lifecycle/standing-of-applicant.ts'
import { row } from '../lifecycle/define.ts'

/** Who applies for an organisation by a key, and the line of a batch that it is: the same line opens one file. */
type ByFederation = { holder: KeyHolder; line?: string }

type Input = {
  declaration: Declaration
  warnings?: readonly Issue[]
  /** What the organisation attaches at once. */
  files?: readonly CheckedFile[]
  client: Client
  by?: ByFederation | null
}

/** What an applicant is told of the file that was opened. */
export type Submitted = {
  id: string
  reference: string
  status: 'awaiting-signature'
  charterVersion: { number: number; sha256: string }
}

/** Until when the last of the e-mails waits that were promised; null when they leave now. */
type Waits = { mailWaitsUntil: Date | null }

export const SUBMIT = row({
  name: 'submit',
  from: 'none',
  to: ['awaiting-signature'],
  stays: false,
  by: ['anybody'],
  needs: 'des données valides',
  label: 'Déposer la demande',
  description: 'An organisation applies; its representative receives the link to sign.',
  body: DECLARATION,
  refusals: ['already-member', 'adhesion-in-progress', 'no-charter-in-force'],
})

/**
 * Opens a file for an organisation: the contact (else the representative) receives a receipt with the link to
 * follow it, the representative the link to sign.
 * @throws DomainError 503 `no-charter-in-force`; 409 `already-member`; 409 `adhesion-in-progress` for the same
 * organisation and representative, to whom the link is then sent again, at most once an hour.
 */
export async function submit(
  payload: Payload,
  { declaration: declared, warnings = [], files = [], client, by = null }: Input,
): Promise<{ doc: Submitted } & Waits> {
  const at = now()
  const declaration = by ? withContact(declared, by.holder) : declared
  const charter = await charterInForce(payload, declaration.kind, at)
  if (!charter?.sha256) throw denied('no-charter-in-force')
  const bound = { ...charter, sha256: charter.sha256 }
  const privacyNoticeVersion = await noticeVersion(payload)
  try {
    const sent = by?.line === undefined ? null : await byLine({ payload }, by.line)
    if (sent) return { doc: openedAs(sent, charter.number, bound.sha256), mailWaitsUntil: null }
    const isKnown = isDoneBefore()
    if (!isKnown) await requireNewcomer(payload, declaration)
    const reference = isKnown ? '' : await nextReference(payload, Number(parisDay(at).slice(0, 4)))
    const adhesion = await withFilesStored(payload, files, (stored) =>
      unitOfWork(payload, async (unit) => {
        const earlier = unit.attempt > 1 ? await earlierOf(unit, reference, by?.line) : null
        if (earlier) return earlier
        if (by) await requireKeyStill(unit, by.holder.key)
        await requireNewcomer(payload, declaration, unit.req)
        return open(unit, {
          declaration,
          warnings,
          files: stored,
          client,
          by,
          charter: bound,
          privacyNoticeVersion,
          reference,
          at,
        })
      }),
    )
    wakeSender(payload)
    const doc = openedAs(adhesion, charter.number, bound.sha256)
    return { doc, mailWaitsUntil: await mailWaitsUntil(payload, `adhesion:${adhesion.id}`) }
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'adhesion-in-progress') throw error
    const waitsUntil = await remindOf(payload, declaration, client)
    throw waitsUntil
      ? denied({ code: 'adhesion-in-progress', extra: { mailWaitsUntil: waitsUntil.toISOString() } })
      : error
  }
}

async function requireNewcomer(
  payload: Payload,
  { kind, organisation, representative }: Declaration,
  req?: PayloadRequest,
): Promise<void> {
  if (await isAlready(payload, { kind, identifierKey: organisation.identifierKey }, req)) throw denied('already-member')
  if (await sameApplicant(payload, organisation.identifierKey, representative.email, req))
    throw denied('adhesion-in-progress')
}

/** The open file of the same organisation and representative, signed or not. */
async function sameApplicant(
  payload: Payload,
  identifierKey: string,
  email: string,
  req?: PayloadRequest,
): Promise<Adhesion | null> {
  const { docs } = await payload.find({
    collection: 'adhesions',
    where: {
      or: [
        { slot: { equals: unsignedSlot(identifierKey, email) } },
        { and: [{ slot: { equals: identifierKey } }, { representativeEmailKey: { equals: foldEmail(email) } }] },
      ],
    },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    ...(req ? { req } : {}),
  })
  return docs[0] ?? null
}

/** Whom to write to, where the organisation names nobody but who signs: the contact of its federation. */
const withContact = (declaration: Declaration, { contact }: KeyHolder): Declaration =>
  declaration.contact ? declaration : { ...declaration, contact }

const openedAs = ({ id, reference }: Adhesion, number: number, hash: string): Submitted => ({
  id,
  reference,
  status: 'awaiting-signature',
  charterVersion: { number, sha256: hash },
})

/** The file that a line of a batch opened. */
const byLine = (context: ReadContext, line: string): Promise<Adhesion | null> =>
  findFirst(context, 'adhesions', { where: { submittedUnder: { equals: line } } })

const earlierOf = async (unit: UnitOfWork, reference: string, line: string | undefined): Promise<Adhesion | null> =>
  (line === undefined ? null : await byLine(unit, line)) ?? byReference(unit, reference)

/** The commit of an earlier attempt may have succeeded although its answer was lost. */
async function byReference({ payload, req }: UnitOfWork, reference: string): Promise<Adhesion | null> {
  const { docs } = await payload.find({
    collection: 'adhesions',
    where: { reference: { equals: reference } },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

type Opening = Required<Omit<Input, 'files'>> & {
  files: readonly (CheckedFile & Stored)[]
  charter: CharterVersion & { sha256: string }
  privacyNoticeVersion: string
  reference: string
  at: Date
}

async function open(
  unit: UnitOfWork,
  { declaration, warnings, files, client, by, charter, privacyNoticeVersion, reference, at }: Opening,
): Promise<Adhesion> {
  const { payload, req } = unit
  const moment = at.toISOString()
  const adhesion = await payload.create({
    collection: 'adhesions',
    data: {
      ...storedDeclaration(declaration),
      title: `${reference} ${declaration.organisation.legalName}`,
      reference,
      status: 'awaiting-signature',
      rev: 0,
      slot: unsignedSlot(declaration.organisation.identifierKey, declaration.representative.email),
      everSubmitted: false,
      privacyNoticeVersion,
      charterVersion: charter.id,
      enteredStateAt: moment,
      termOn: expiryDay({ enteredStateAt: moment }),
      linkSentAt: moment,
      createdAt: moment,
      warnings: warnings.map(({ path, code }) => ({ path, code })),
      ...(by ? ofFederation(by) : {}),
    },
    depth: 0,
    overrideAccess: true,
    req,
  })
  const subject = `adhesion:${adhesion.id}`
  const actor: Actor = by ? { kind: 'federation', holder: by.holder, client } : { kind: 'anybody', client }
  const evidence = {
    kind: declaration.kind,
    charterNumber: charter.number,
    charterSha256: charter.sha256,
    privacyNoticeVersion,
  }
  const about = { subject, adhesion: adhesion.id, actor: actorFacts(actor) }
  await recordFact(unit, { ...about, type: 'submitted', evidence })
  for (const { id, title, sha256 } of await attachFiles({ unit, adhesion }, files, { source: 'applicant' }))
    await recordFact(unit, { ...about, type: 'attached', evidence: { title, attachment: id, sha256 } })
  await oweNotices({ unit, adhesion, at, subject, actor }, 'submitted', evidence)
  await oweStateEvent(unit, adhesion, null, at)
  return adhesion
}

/** What a file keeps of the federation that applied. */
const ofFederation = ({ holder, line }: ByFederation) => ({
  federation: holder.member,
  apiKey: holder.key,
  federationContact: holder.contact.email,
  federationContactKey: foldEmail(holder.contact.email),
  ...(line === undefined ? {} : { submittedUnder: line }),
})

/**
 * Who applies twice has most likely lost the link: it is sent again, to the address on the file alone.
 * @returns until when the e-mail waits, or null when it leaves now or none does
 */
async function remindOf(
  payload: Payload,
  { organisation, representative }: Declaration,
  client: Client,
): Promise<Date | null> {
  const adhesion = await sameApplicant(payload, organisation.identifierKey, representative.email)
  if (!adhesion || !isOpen(adhesion.status)) return null
  if (adhesion.status === 'awaiting-signature') await resendTo(payload, adhesion.id, client)
  else await sendFollowUpLink(payload, adhesion, representative.email, client)
  return mailWaitsUntil(payload, `adhesion:${adhesion.id}`)
}

async function resendTo(payload: Payload, id: string, client: Client): Promise<void> {
  try {
    await resendLink(payload, { id, actor: { kind: 'applicant', capability: null, client } })
  } catch (error) {
    // Sent within the hour, or somebody was faster: the answer to the caller stays the same.
    if (!isDomainError(error)) throw error
  }
}
