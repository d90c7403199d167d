import type { Payload } from 'payload'
import type { Day } from '../../lib/dates.ts'
import type { InformationRequest } from '../../payload-types.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { action } from '../lifecycle/action.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined }

export const REQUEST_INFORMATION = action({
  name: 'requestInformation',
  from: ['submitted', 'under-review'],
  to: ['needs-information'],
  stays: false,
  by: ['secretariat'],
  needs: 'une question et une échéance',
  label: 'Demander un complément',
  description: 'Ask the applicant a question; claims the file as well.',
  endpoint: 'request-information',
})

/** Asks the applicant a question with a deadline; claims the file in the same unit. */
export function requestInformation(
  payload: Payload,
  { id, actor, rev, question, deadline }: Input & { question: string; deadline: Day },
) {
  return onFile(
    payload,
    { id, action: REQUEST_INFORMATION, actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'information-requested', { question, deadline }),
      act: async (file) => {
        const {
          unit: { payload: local, req },
          at,
        } = file
        if (actor.kind !== 'staff') throw new Error('Only staff may ask')
        const { totalDocs } = await local.count({
          collection: 'information-requests',
          where: { adhesion: { equals: id } },
          req,
          overrideAccess: true,
        })
        const number = totalDocs + 1
        await local.create({
          collection: 'information-requests',
          data: {
            adhesion: id,
            number,
            question,
            deadline,
            askedBy: actor.user.id,
            askedAt: at.toISOString(),
            status: 'open',
          },
          req,
          depth: 0,
          overrideAccess: true,
        })
        await file.move('needs-information', { claimedBy: actor.user.id, claimedAt: at.toISOString() })
        await file.record('information-requested', { number, question, deadline })
        return {}
      },
    },
  )
}

/** The request that waits for an answer, or null. */
export async function openRequest({
  unit: { payload, req },
  adhesion,
}: Pick<FileInHand, 'unit' | 'adhesion'>): Promise<InformationRequest | null> {
  const { docs } = await payload.find({
    collection: 'information-requests',
    where: { and: [{ adhesion: { equals: adhesion.id } }, { status: { equals: 'open' } }] },
    sort: '-number',
    limit: 1,
    pagination: false,
    depth: 0,
    req,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

/** Takes the open request back. @returns its number, or null where none was open */
export async function withdrawRequest(file: FileInHand, reason: string | null): Promise<number | null> {
  const request = await openRequest(file)
  if (!request) return null
  const { payload, req } = file.unit
  await payload.db.updateOne({
    collection: 'information-requests',
    id: request.id,
    data: { status: 'cancelled', cancelReason: reason },
    req,
  })
  return request.number
}

export const CANCEL_REQUEST = action({
  name: 'cancelRequest',
  from: ['needs-information'],
  to: ['under-review'],
  stays: false,
  by: ['secretariat'],
  needs: 'un motif',
  label: 'Annuler la demande de complément',
  description: 'Take back the open request.',
  endpoint: 'cancel-request',
})

/** The secretariat takes back its question, and says why. */
export function cancelRequest(payload: Payload, { id, actor, rev, reason }: Input & { reason: string }) {
  return onFile(
    payload,
    { id, action: CANCEL_REQUEST, actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'request-cancelled', { reason }),
      act: async (file) => {
        const number = await withdrawRequest(file, reason)
        await file.move('under-review')
        await file.record('request-cancelled', { reason, number })
        return {}
      },
    },
  )
}
