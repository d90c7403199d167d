import { createLocalReq, type Payload } from 'payload'
import { now } from '../../lib/clock.ts'
import type { Day } from '../../lib/dates.ts'
import { settingsOf } from '../../lib/settings.ts'
import type { Adhesion, CharterVersion } from '../../payload-types.ts'
import { type Case, judgementOf } from '../lifecycle/action.ts'
import { NO_CLIENT } from '../lifecycle/actor.ts'
import { consentSentence } from '../signature/consent.ts'
import type { Capacity, Kind } from '../declaration/declaration-types.ts'
import { declaredOn } from '../declaration/declared.ts'
import { type DenialCode, isDenial } from '../lifecycle/denials.ts'
import { addressLines, identifiersOf } from '../declaration/identity.ts'
import { problemOf, type LinkProblem } from '../links/dead-link.ts'
import { fullName } from '../declaration/names.ts'
import { readLink } from '../links/open-link.ts'
import { standingOn } from '../lifecycle/present.ts'
import { shownAtField } from '../signature/shown-at.ts'
import { SIGN } from '../actions/sign.ts'
import { standingSignature } from '../signature/standing-signature.ts'

/** Everything that the signature page shows. */
export type SigningView =
  | {
      state: 'to-sign'
      adhesionId: string
      applicant: {
        reference: string
        kind: Kind
        organisationName: string
        identifiers: { label: string; value: string }[]
        addressLines: string[]
        representative: { name: string; function: string; capacity: Capacity }
      }
      charter: { number: number; markdown: string; sha256: string; effectiveFrom: Day }
      consentSentence: string
      /** The signed time of showing, for the form's hidden field `shownAt`. */
      shownAt: string
      /** Why it cannot be signed for now; then no form is offered. */
      refused?: DenialCode
    }
  | {
      state: 'signed'
      reference: string
      kind: Kind
      organisationName: string
      signature: { signedAt: Date; fullName: string; versionNumber: number; sha256: string }
    }
  /** Whose link it is has said by it that they will not sign. */
  | { state: 'declined'; reference: string; kind: Kind; organisationName: string }
  | { state: 'dead'; problem: LinkProblem }

/** What a link to the signature shows. Reading does nothing: showing the text is noted in the form alone. */
export async function viewOfSigning(payload: Payload, token: string): Promise<SigningView> {
  const link = await readLink(payload, token, 'sign')
  if (!link) return { state: 'dead', problem: 'wrong' }
  const adhesion = await payload.findByID({
    collection: 'adhesions',
    id: link.id,
    depth: 1,
    overrideAccess: true,
    disableErrors: true,
  })
  if (!adhesion) return { state: 'dead', problem: 'wrong' }
  const signed = await standingSignature(payload, link)
  if (signed) {
    return {
      state: 'signed',
      reference: adhesion.reference,
      kind: adhesion.kind,
      organisationName: adhesion.organisation.legalName,
      signature: {
        signedAt: new Date(signed.signedAt),
        fullName: signed.typedName,
        versionNumber: signed.charterVersion.number,
        sha256: signed.charterVersion.sha256,
      },
    }
  }
  if (link.capability.usedAt && adhesion.status === 'closed' && adhesion.closeReason === 'declined') {
    const { reference, kind, organisation } = adhesion
    return { state: 'declined', reference, kind, organisationName: organisation.legalName }
  }
  if (link.state !== 'live') return { state: 'dead', problem: problemOf[link.state] }
  if (adhesion.status !== 'awaiting-signature') return { state: 'dead', problem: 'replaced' }
  const judgement = await judgementOf(SIGN, await caseOf(payload, adhesion, link.capability.uid))
  return {
    ...toSign(payload, adhesion, link.capability.uid),
    ...(isDenial(judgement) ? { refused: judgement } : {}),
  }
}

async function caseOf(payload: Payload, adhesion: Adhesion, capability: string): Promise<Case> {
  const req = await createLocalReq({}, payload)
  const actor = { kind: 'representative', capability, client: NO_CLIENT } as const
  return {
    unit: { payload, req },
    adhesion,
    standing: await standingOn(payload, req, adhesion, actor),
    actor,
    at: now(),
  }
}

function toSign(payload: Payload, adhesion: Adhesion, capability: string): Extract<SigningView, { state: 'to-sign' }> {
  const { organisation, representative, kind } = declaredOn(adhesion)
  const charter = charterOf(adhesion)
  return {
    state: 'to-sign',
    adhesionId: adhesion.id,
    applicant: {
      reference: adhesion.reference,
      kind,
      organisationName: organisation.legalName,
      identifiers: identifiersOf(organisation),
      addressLines: addressLines(organisation),
      representative: {
        name: fullName(representative),
        function: representative.function,
        capacity: representative.capacity,
      },
    },
    charter,
    consentSentence: consentSentence({ organisation: organisation.legalName, charterNumber: charter.number }),
    shownAt: shownAtField(settingsOf(payload).TOKEN_SECRET, { capability, sha256: charter.sha256, at: now() }),
  }
}

function charterOf({ charterVersion }: Adhesion): {
  number: number
  markdown: string
  sha256: string
  effectiveFrom: Day
} {
  if (typeof charterVersion === 'string') throw new Error('The charter of a file is gone')
  const { number, canonicalText, sha256, effectiveOn }: CharterVersion = charterVersion
  return { number, markdown: canonicalText ?? '', sha256: sha256 ?? '', effectiveFrom: effectiveOn ?? '' }
}
