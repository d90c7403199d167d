import { idOf } from '../../lib/ids.ts'
import { revokeCapabilities } from '../../record/capabilities.ts'
import type { Case } from '../lifecycle/action.ts'
import { body } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { isTaken, unsignedSlot } from '../lifecycle/slot.ts'
import { charterFor, signatureHolds, UNSIGNED } from '../signature/standing-signature.ts'
import { requireCharter } from './rebind.ts'
import { withdrawRequest } from './request-information.ts'

/**
 * Asks the representative to sign the version in force where it has to be signed again: the application awaits their
 * signature, an open question is taken back. The signature that stood stays as evidence and binds no longer.
 * @throws DomainError 409 `signature-holds`, `already-open`; 503 `no-charter-in-force`.
 */
export const ASK_NEW_SIGNATURE = staffAction({
  name: 'askNewSignature',
  from: ['submitted', 'under-review', 'needs-information'],
  to: ['awaiting-signature'],
  stays: false,
  by: ['secretariat', 'system'],
  needs: 'une version de la charte en vigueur que la signature donnée n’engage pas',
  label: 'Demander une nouvelle signature',
  description:
    'Ask for the version in force to be signed again; the application is bound to it and awaits the signature.',
  endpoint: 'ask-new-signature',
  body: body({}),
  refusals: ['signature-holds', 'already-open', 'no-charter-in-force'],
  blocked: async (of) => {
    if (await signatureHolds(of)) return 'signature-holds'
    if (!(await charterFor(of))) return 'no-charter-in-force'
    return (await isTaken(of.unit, slotOf(of), of.adhesion.id)) ? 'already-open' : null
  },
  perform: async (file) => {
    const { unit, adhesion, subject, at } = file
    const charter = await requireCharter(file)
    const previous = idOf(adhesion.signature)
    const requestWithdrawn = await withdrawRequest(file, null)
    await revokeCapabilities(unit, { subject, purpose: 'sign' })
    await file.move('awaiting-signature', {
      ...UNSIGNED,
      slot: slotOf(file),
      charterVersion: charter.id,
      linkSentAt: at.toISOString(),
    })
    await file.record('new-signature-asked', {
      charterNumber: charter.number,
      charterSha256: charter.sha256,
      previous,
      requestWithdrawn,
    })
  },
})

const slotOf = ({ adhesion: { identifierKey, representative } }: Pick<Case, 'adhesion'>): string =>
  unsignedSlot(identifierKey, representative?.email ?? '')
