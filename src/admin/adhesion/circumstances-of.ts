import type { Circumstances } from '../../adhesion/circumstances.ts'
import { idOf, type Standing } from '../../adhesion/present.ts'
import { nextResendAt } from '../../adhesion/resend-link.ts'
import { recusedIn } from '../../deliberation/stored-ballot.ts'
import { signatureStillHolds } from '../../charter/in-force.ts'
import { isLiftable } from '../../deliberation/recusal.ts'
import type { Adhesion, Ballot } from '../../payload-types.ts'
import { asReader, type Reader } from '../reader.ts'

/** Whether the signature of a file still binds under the charter in force. */
async function signatureHolds({ payload, req }: Reader, adhesion: Adhesion, at: Date): Promise<boolean> {
  const version = idOf(adhesion.charterVersion)
  return (
    idOf(adhesion.signature) !== null &&
    version !== null &&
    (await signatureStillHolds(payload, version, adhesion.kind, at, req))
  )
}

/** What the table asks besides state and role; an act itself asks again in its unit of work. */
export async function circumstancesOf(
  reader: Reader,
  { adhesion, ballot, standing, at }: { adhesion: Adhesion; ballot: Ballot | null; standing: Standing; at: Date },
): Promise<Circumstances> {
  const holder = idOf(adhesion.claimedBy)
  return {
    recused: standing.recused,
    signed: await signatureHolds(reader, adhesion, at),
    holder: holder === null ? 'nobody' : holder === reader.user.id ? 'self' : 'colleague',
    resendCapReached:
      (await nextResendAt(reader.payload, { adhesion: adhesion.id, by: 'staff', at }, reader.req)) !== null,
    recusalDeclared: ballot !== null && recusedIn(ballot).some(({ reason }) => isLiftable(reason)),
    sessionDecisionRecorded: ballot?.mode === 'session' && ballot.status === 'awaiting-confirmation',
    refusalTextApproved: Boolean(adhesion.refusal?.text && idOf(adhesion.refusal.approvedBy)),
    refusalNotified: Boolean(adhesion.refusal?.notifiedAt),
    slotFree: await slotIsFree(reader, adhesion),
    anonymised: Boolean(adhesion.anonymisedAt),
  }
}

async function slotIsFree(reader: Reader, adhesion: Adhesion): Promise<boolean> {
  const { docs } = await reader.payload.find({
    collection: 'adhesions',
    where: {
      and: [
        { identifierKey: { equals: adhesion.identifierKey } },
        { id: { not_equals: adhesion.id } },
        { status: { in: ['submitted', 'under-review', 'needs-information', 'before-bureau', 'referred'] } },
      ],
    },
    limit: 1,
    ...asReader(reader),
    select: { reference: true },
  })
  return docs.length === 0
}
