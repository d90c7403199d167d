import type { Payload } from 'payload'
import { charterInForce } from '../../charter/in-force.ts'
import { choice } from '../../input/fields.ts'
import { invalidInput } from '../../input/issue.ts'
import { foldEmail } from '../../lib/fold.ts'
import type { Adhesion } from '../../payload-types.ts'
import { revokeCapabilities } from '../../record/capabilities.ts'
import { followUpAddress, isOtherOrganisation, isOtherSignatory } from '../declaration/changes.ts'
import { parseCorrection, type Correction } from '../declaration/correction.ts'
import type { Declaration } from '../declaration/declaration-types.ts'
import { declaredOn } from '../declaration/declared.ts'
import { denied } from '../lifecycle/denials.ts'
import { fullName } from '../declaration/names.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { idOf } from '../../lib/ids.ts'
import { isTaken, unsignedSlot } from '../lifecycle/slot.ts'
import { UNSIGNED } from '../signature/standing-signature.ts'
import { withdrawRequest } from './request-information.ts'
import { isAlready } from '../lifecycle/standing-of-applicant.ts'
import { storedDeclaration } from '../declaration/stored-declaration.ts'
import type { OnWhat } from '../lifecycle/action.ts'
import { body } from '../lifecycle/body.ts'
import { DECLARATION_CHANGES, declaredPartsOf } from '../declaration/schema.ts'
import { action, staffAction } from '../lifecycle/define.ts'
import { BEFORE_THE_BUREAU } from '../lifecycle/states.ts'

type Sent = { rev?: number | undefined; body: Record<string, unknown> }

/** What an applicant is told of a correction. */
type Corrected = {
  /** The signature that stood holds no longer: a new one is awaited. */
  signatureUndone: boolean
  /** The link by which they follow the file was replaced: the new one goes to the new address. */
  followUpReplaced: boolean
}

type Kept = Extract<Correction, { ok: true }>

/** How the applicant asked the secretariat for a correction, or what showed that one is needed. */
export const CORRECTION_SOURCES = ['letter', 'phone', 'email', 'bounced-address'] as const
type Source = (typeof CORRECTION_SOURCES)[number]

const CORRECTION = {
  from: BEFORE_THE_BUREAU,
  to: ['awaiting-signature'],
  stays: true,
  refusals: ['already-member', 'adhesion-in-progress', 'no-charter-in-force'],
} as const

const changesNothing = ({ adhesion }: FileInHand, body: Sent['body']): boolean => {
  const correction = parseCorrection(body, declaredOn(adhesion))
  return correction.ok && correction.changed.length === 0
}

function carryOut(file: FileInHand, body: Sent['body'], source: Source | null): Promise<Corrected> {
  const before = declaredOn(file.adhesion)
  const correction = parseCorrection(body, before)
  if (!correction.ok) throw invalidInput(correction.issues)
  return keep(file, before, correction, source)
}

const BY_APPLICANT = {
  ...CORRECTION,
  name: 'correct',
  by: ['applicant'],
  needs: 'des données valides ; une nouvelle signature si ce qui est signé ou le signataire change',
  label: 'Corriger la demande',
  description: 'Correct what was declared; a change of kind, name, identifier or signatory calls for a new signature.',
  already: (file: FileInHand, { body: sent }: Sent) => changesNothing(file, sent),
  perform: (file: FileInHand, { body: sent }: Sent) => carryOut(file, sent, null),
} as const

/**
 * Corrects what was declared: only the keys given in `body` change. Where the organisation, the kind or the
 * signatory is another after a signature, that signature no longer holds: the file awaits a new one, an open
 * question is taken back. A link dies only where what it is for or whom it was sent to changed.
 * @throws DomainError 400 with every fault; 409 `adhesion-in-progress`, `already-member`.
 */
export const CORRECT = action(BY_APPLICANT)

/** Corrects what was declared: see {@link CORRECT}. */
export const correct = CORRECT.run

/**
 * The secretariat corrects what was declared for the applicant, who asked for it otherwise than by the link; they are told
 * of before and after. It does to signature, links and questions what a correction by the applicant does.
 * @throws DomainError as {@link CORRECT}
 */
export const CORRECT_ON_BEHALF = staffAction({
  ...CORRECTION,
  name: 'correctOnBehalf',
  by: ['secretariat'],
  needs: 'des données valides et leur provenance ; l’organisme est informé de l’avant et de l’après',
  label: 'Corriger pour l’organisme',
  description:
    'Correct what was declared for an applicant who asked by letter, phone or e-mail, or whose address fails.',
  endpoint: 'correct-on-behalf',
  body: body({ ...DECLARATION_CHANGES, source: choice(CORRECTION_SOURCES) }),
  already: (file, sent) => changesNothing(file, declaredPartsOf(sent)),
  perform: (file, sent) => carryOut(file, declaredPartsOf(sent), sent.source),
})

/** Naming another person who will sign: asked for before the signature; afterwards a correction says what it undoes. */
export const CHANGE_REPRESENTATIVE = action({
  ...BY_APPLICANT,
  label: 'Changer de représentant',
  refusals: [...CORRECTION.refusals, 'already-signed'],
  blocked: ({ adhesion }) => (idOf(adhesion.signature) === null ? null : 'already-signed'),
})

/** Names another person who will sign: a correction of the representative alone. @throws DomainError 409 `already-signed` */
export const changeRepresentative = (
  payload: Payload,
  { representative, ...on }: OnWhat & { representative: Record<string, unknown>; rev?: number | undefined },
) => CHANGE_REPRESENTATIVE.run(payload, { ...on, body: { representative: { ...NOBODY, ...representative } } })

/** What the former representative had is not the next one's. */
const NOBODY = { firstName: null, lastName: null, function: null, capacity: null, email: null, phone: null }

async function keep(
  file: FileInHand,
  before: Declaration,
  { declaration: after, changed, warnings }: Kept,
  source: Source | null,
): Promise<Corrected> {
  const { unit, adhesion, subject, at } = file
  const otherOrganisation = isOtherOrganisation(before, after)
  const otherSignatory = isOtherSignatory(before, after)
  const otherText = otherOrganisation || otherSignatory
  const signed = idOf(adhesion.signature) !== null
  const awaited = adhesion.status === 'awaiting-signature'
  const undone = signed && otherText
  const slot =
    awaited || undone ? unsignedSlot(after.organisation.identifierKey, after.representative.email) : adhesion.slot
  await requireFree(file, after, slot, otherOrganisation)
  await file.move(undone ? 'awaiting-signature' : adhesion.status, {
    ...neverEmpty(adhesion),
    ...storedDeclaration(after),
    title: `${adhesion.reference} ${after.organisation.legalName}`,
    slot,
    warnings: warnings.map(({ path, code }) => ({ path, code })),
    ...(before.kind === after.kind ? {} : { charterVersion: await charterFor(file, after) }),
    ...(undone ? UNSIGNED : {}),
  })
  const newRepresentativeAddress = foldEmail(before.representative.email) !== foldEmail(after.representative.email)
  const sendLink = otherText && (awaited || undone)
  const followUpReplaced = followUpAddress(before) !== followUpAddress(after)
  // Who no longer is, or no longer is written to at this address, holds no link any more.
  if (newRepresentativeAddress) await revokeCapabilities(unit, { subject, purpose: 'representative-follow-up' })
  if (sendLink) await revokeCapabilities(unit, { subject, purpose: 'sign' })
  if (sendLink) await file.move(adhesion.status, { linkSentAt: at.toISOString() })
  if (followUpReplaced) await revokeCapabilities(unit, { subject, purpose: 'follow-up' })
  await file.record('corrected', {
    source,
    changed,
    changes: changesOf(before, after, changed),
    signatureUndone: undone,
    signatureLink: sendLink ? (undone ? 'corrected' : newRepresentativeAddress ? 'submission' : 'renewed') : null,
    formerRepresentative: newRepresentativeAddress
      ? { email: before.representative.email, organisation: before.organisation.legalName }
      : null,
    newFollowUpAddress: followUpReplaced ? followUpAddress(after) : null,
    requestWithdrawn: undone ? await withdrawRequest(file, null) : null,
  })
  if (otherSignatory)
    await file.record('representative-changed', {
      name: fullName(after.representative),
      previous: fullName(before.representative),
      signatureUndone: undone,
    })
  return { signatureUndone: undone, followUpReplaced }
}

/**
 * On SQLite a write that reaches a list (the Qualiopi categories) is an insertion that turns into an update: it
 * has to name every column that may not be empty.
 */
const neverEmpty = ({
  reference,
  enteredStateAt,
  charterVersion,
}: Adhesion): Pick<Adhesion, 'reference' | 'enteredStateAt' | 'charterVersion'> => ({
  reference,
  enteredStateAt,
  charterVersion,
})

/** Another kind may be bound by another charter. */
async function charterFor({ unit: { payload, req }, at }: FileInHand, { kind }: Declaration): Promise<string> {
  const charter = await charterInForce(payload, kind, at, req)
  if (!charter) throw denied('no-charter-in-force')
  return charter.id
}

async function requireFree(
  file: FileInHand,
  after: Declaration,
  slot: string,
  otherOrganisation: boolean,
): Promise<void> {
  const { unit, adhesion, before } = file
  const identity = { kind: after.kind, identifierKey: after.organisation.identifierKey }
  if (otherOrganisation && (await isAlready(unit.payload, identity, unit.req))) throw denied('already-member', before)
  if (slot !== adhesion.slot && (await isTaken(unit, slot, adhesion.id))) throw denied('adhesion-in-progress', before)
}

/** Each place that changed with what stood there and what stands there now, for the journal. */
function changesOf(
  before: Declaration,
  after: Declaration,
  changed: readonly string[],
): { path: string; from: unknown; to: unknown }[] {
  return changed.map((path) => ({ path, from: valueAt(before, path), to: valueAt(after, path) }))
}

function valueAt(root: unknown, path: string): unknown {
  return (
    path
      .split('.')
      .reduce<unknown>(
        (part, key) =>
          typeof part === 'object' && part !== null ? Object.getOwnPropertyDescriptor(part, key)?.value : undefined,
        root,
      ) ?? null
  )
}
