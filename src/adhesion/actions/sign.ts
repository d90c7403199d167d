import type { Payload } from 'payload'
import { asTyped, fields, secret, ticked } from '../../input/fields.ts'
import { invalidInput } from '../../input/issue.ts'
import { isDomainError, type Issue } from '../../lib/errors.ts'
import { salt as newSalt } from '../../lib/hash.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { CharterSignature, CharterVersion } from '../../payload-types.ts'
import { markUsed } from '../../record/capabilities.ts'
import { evidenceHash } from '../../record/chain.ts'
import { deliveryOfLink } from '../../record/messages.ts'
import type { Client } from '../lifecycle/actor.ts'
import { closeDuplicates } from './close-duplicates.ts'
import { evidenceOf, type Channel } from '../signature/evidence.ts'
import { linkTo } from '../links/links.ts'
import { denied } from '../lifecycle/denials.ts'
import { fullName as nameOf } from '../declaration/names.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { deadLink } from '../links/dead-link.ts'
import type { ReadLink } from '../links/read-link.ts'
import { idOf } from '../../lib/ids.ts'
import { proveAddress } from '../links/proof.ts'
import { charterSuperseded, rebind, requireCharter } from './rebind.ts'
import { readShownAt } from '../signature/shown-at.ts'
import { isAlready } from '../lifecycle/standing-of-applicant.ts'
import { signedBy, standingSignature, validSignature, type Signed } from '../signature/standing-signature.ts'
import { useLink } from '../links/use-link.ts'
import { action } from '../lifecycle/define.ts'
import { isTaken } from '../lifecycle/slot.ts'

type Input = { link: ReadLink; fullName: string; client: Client } & (
  | { channel: 'api' }
  | { channel: 'page'; shownAt: string }
)

/** The body of `POST /api/adhesions/sign`; by a link that is shown otherwise, the rest of it. */
export const SIGNING = fields({
  token: secret(),
  fullName: asTyped(200, { named: true }),
  accept: ticked('not-accepted'),
})

/** Breaks a signature off where the text to be signed is not the one in force: the file is bound to that first. */
class NotTheCharterInForce extends Error {}

export const SIGN = action({
  name: 'sign',
  from: ['awaiting-signature'],
  to: ['submitted'],
  stays: false,
  by: ['representative'],
  needs: 'un envoi explicite depuis le lien de signature, dont la preuve est conservée',
  label: 'Signer la charte',
  description: 'The representative signs the charter.',
  body: SIGNING,
  refusals: ['already-member', 'already-open', 'charter-superseded', 'no-charter-in-force'],
  blocked: async ({ unit, adhesion }) => {
    if (await isAlready(unit.payload, adhesion, unit.req)) return 'already-member'
    return (await isTaken(unit, adhesion.identifierKey, adhesion.id)) ? 'already-open' : null
  },
  already: async ({ unit, adhesion }, { link }: Input) =>
    signedBy(await validSignature(unit.payload, adhesion.signature, unit.req), link),
  perform: signFile,
})

/**
 * The representative signs the charter for their organisation. The evidence is kept, the file takes the
 * organisation's slot, its other unsigned files are closed, signed copies are owed. The same link again is
 * answered with the signature that stands.
 * @throws DomainError 410 `link-expired`, `link-revoked`, `link-used`; 409 `charter-superseded` with the text
 * now in force, which the same link signs next; 409 `already-open`, `already-member`.
 */
export async function sign(payload: Payload, input: Input): Promise<Signed> {
  const { link } = input
  const done = await standingSignature(payload, link)
  if (done) return done
  if (link.state !== 'live') throw deadLink(link.state)
  const actor = { kind: 'representative', capability: link.capability.uid, client: input.client } as const
  try {
    await SIGN.run(payload, { ...input, id: link.id, actor })
  } catch (error) {
    // A refusal is an answer to whoever used the link; where the machine failed, nothing was done.
    if (isDomainError(error) || error instanceof NotTheCharterInForce) await useLink(payload, link)
    if (error instanceof NotTheCharterInForce) throw await bindAnew(payload, link.id)
    throw error
  }
  const signed = await standingSignature(payload, link)
  if (!signed) throw deadLink('used')
  return signed
}

async function signFile(file: FileInHand, input: Input): Promise<void> {
  const { unit, adhesion, at } = file
  const { payload, req } = unit
  const charter = await requireCharter(file)
  const channel = shownText(payload, input, charter)
  if (channel === null || charter.id !== idOf(adhesion.charterVersion)) throw new NotTheCharterInForce()
  await markUsed(unit, input.link.capability)
  await proveAddress(payload, adhesion.id, input.link.capability, req)
  const signature = await keepEvidence(file, charter, input, channel)
  await file.move('submitted', {
    slot: adhesion.identifierKey,
    signature: signature.id,
    signedAt: at.toISOString(),
    everSubmitted: true,
    expiryNoticeAt: null,
  })
  await linkTo(file, 'representative-follow-up')
  await file.record('signed', {
    signature: signature.id,
    evidenceHash: signature.evidenceHash,
    charterNumber: charter.number,
    charterSha256: charter.sha256,
    signatory: nameOf(adhesion.representative),
    typedName: input.fullName,
    channel: channel.channel,
  })
  await closeDuplicates(file)
}

/** By which channel, with the time at which this very text was shown; null when another text was. */
function shownText(payload: Payload, input: Input, charter: { sha256: string }): Channel | null {
  if (input.channel === 'api') return { channel: 'api' }
  const shown = readShownAt(settingsOf(payload).TOKEN_SECRET, input.shownAt, input.link.capability.uid)
  if (!shown) throw invalidInput([NOT_SHOWN])
  return shown.sha256 === charter.sha256 ? { channel: 'page', shownAt: shown.at } : null
}

const NOT_SHOWN: Issue = {
  path: 'shownAt',
  code: 'not-shown',
  messages: {
    fr: 'Nous ne savons pas quel texte vous avez lu\u00a0: relisez la charte ci-dessous, puis signez.',
    en: 'We cannot tell which text you read: read the charter again, then sign.',
  },
}

async function keepEvidence(
  file: FileInHand,
  charter: CharterVersion,
  input: Input,
  channel: Channel,
): Promise<CharterSignature> {
  const { unit, adhesion, at, subject } = file
  const { capability } = input.link
  const delivery = await deliveryOfLink(unit.payload, { subject, capability: capability.uid }, unit.req)
  const evidence = evidenceOf(
    { adhesion, charter, capability, typedName: input.fullName, at, client: input.client, ...channel },
    delivery,
  )
  const salt = newSalt()
  return unit.payload.create({
    collection: 'charter-signatures',
    data: {
      method: 'electronic',
      adhesion: adhesion.id,
      charterVersion: charter.id,
      identifierKey: adhesion.identifierKey,
      organisationName: adhesion.organisation.legalName,
      signatory: nameOf(adhesion.representative),
      signedAt: at.toISOString(),
      evidence,
      salt,
      evidenceHash: evidenceHash(salt, evidence),
    },
    depth: 0,
    overrideAccess: true,
    req: unit.req,
  })
}

async function bindAnew(payload: Payload, id: string) {
  const present = await rebind(payload, id)
  const adhesion = await payload.findByID({ collection: 'adhesions', id, depth: 1, overrideAccess: true })
  const { charterVersion } = adhesion
  if (typeof charterVersion === 'string') throw new Error('The charter of a file is gone')
  return denied(charterSuperseded(charterVersion), present)
}
