import type { Payload, PayloadRequest } from 'payload'
import { findById, getById } from '../../db/find.ts'
import { charterInForce, signatureStillHolds } from '../../charter/in-force.ts'
import type { Adhesion, CharterSignature, CharterVersion } from '../../payload-types.ts'
import type { Case } from '../lifecycle/action.ts'
import type { ReadLink } from '../links/read-link.ts'
import { idOf } from '../../lib/ids.ts'
import { stateForApplicant, type State } from '../lifecycle/states.ts'

/** What a signatory is told of their signature. */
export type Signed = {
  reference: string
  status: State
  signedAt: string
  charterVersion: { number: number; sha256: string }
}

/** The signature that a file holds, or null. */
export async function validSignature(
  payload: Payload,
  signature: string | CharterSignature | null | undefined,
  req?: PayloadRequest,
): Promise<CharterSignature | null> {
  const id = idOf(signature)
  if (id === null) return null
  return findById({ payload, req }, 'charter-signatures', id)
}

/** Whether the signature of an application still binds under the charter in force. */
export async function signatureHolds({
  unit: { payload, req },
  adhesion,
  at,
}: Pick<Case, 'unit' | 'adhesion' | 'at'>): Promise<boolean> {
  const version = idOf(adhesion.charterVersion)
  return (
    idOf(adhesion.signature) !== null &&
    version !== null &&
    (await signatureStillHolds(payload, version, adhesion.kind, at, req))
  )
}

/** The version in force for the kind that an application is for; null where none is. */
export const charterFor = ({
  unit: { payload, req },
  adhesion,
  at,
}: Pick<Case, 'unit' | 'adhesion' | 'at'>): Promise<CharterVersion | null> =>
  charterInForce(payload, adhesion.kind, at, req)

/** What an application holds whose signature binds no longer: nobody instructs it until it is signed again. */
export const UNSIGNED = {
  signature: null,
  signedAt: null,
  claimedBy: null,
  claimedAt: null,
  expiryNoticeAt: null,
} as const satisfies Partial<Adhesion>

/** Whether a signature was given by this link. */
export function signedBy(signature: CharterSignature | null, { capability }: ReadLink): boolean {
  const evidence = signature?.evidence
  if (typeof evidence !== 'object' || evidence === null || !('link' in evidence)) return false
  const { link } = evidence
  return typeof link === 'object' && link !== null && 'tokenSha256' in link && link.tokenSha256 === capability.tokenHash
}

/** The signature that stands and was given by this link, as its signatory is told of it; null when there is none. */
export async function standingSignature(
  payload: Payload,
  link: ReadLink,
): Promise<(Signed & { typedName: string }) | null> {
  const adhesion = await findById({ payload }, 'adhesions', link.id)
  const signature = await validSignature(payload, adhesion?.signature)
  if (!adhesion?.signedAt || !signature || !signedBy(signature, link)) return null
  const charter = await getById({ payload }, 'charter-versions', idOf(signature.charterVersion) ?? '')
  return {
    reference: adhesion.reference,
    status: stateForApplicant(adhesion.status, Boolean(adhesion.refusal?.notifiedAt)),
    signedAt: adhesion.signedAt,
    charterVersion: { number: charter.number, sha256: charter.sha256 ?? '' },
    typedName: typedNameIn(signature.evidence),
  }
}

function typedNameIn(evidence: unknown): string {
  const name: unknown =
    typeof evidence === 'object' && evidence !== null && 'typedName' in evidence ? evidence.typedName : ''
  return typeof name === 'string' ? name : ''
}
