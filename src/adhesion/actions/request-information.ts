import { dayToCome, text } from '../../input/fields.ts'
import type { InformationRequest } from '../../payload-types.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { body, LONG, reason, several } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'

export const REQUEST_INFORMATION = staffAction({
  name: 'requestInformation',
  from: ['submitted', 'under-review'],
  to: ['needs-information'],
  stays: false,
  by: ['secretariat'],
  needs: 'une question et une échéance',
  label: 'Demander un complément',
  description: 'Ask the applicant a question; claims the file as well.',
  endpoint: 'request-information',
  body: body({ question: text(LONG, several), deadline: dayToCome() }),
  already: (file, { question, deadline }) => repeatsLastFact(file, 'information-requested', { question, deadline }),
  perform: async (file, { question, deadline }) => {
    const {
      unit: { payload, req },
      adhesion: { id },
      actor,
      at,
    } = file
    if (actor.kind !== 'staff') throw new Error('Only staff may ask')
    const { totalDocs } = await payload.count({
      collection: 'information-requests',
      where: { adhesion: { equals: id } },
      req,
      overrideAccess: true,
    })
    const number = totalDocs + 1
    await payload.create({
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
    await file.move('needs-information', { claimedBy: actor.user.id, claimedAt: at.toISOString(), termOn: deadline })
    await file.record('information-requested', { number, question, deadline })
  },
})

/** Asks the applicant a question with a deadline; claims the file in the same unit. */
export const requestInformation = REQUEST_INFORMATION.run

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

/** The secretariat takes back its question, and says why. */
export const CANCEL_REQUEST = staffAction({
  name: 'cancelRequest',
  from: ['needs-information'],
  to: ['under-review'],
  stays: false,
  by: ['secretariat'],
  needs: 'un motif',
  label: 'Annuler la demande de complément',
  description: 'Take back the open request.',
  endpoint: 'cancel-request',
  body: body({ reason: reason() }),
  already: (file, { reason: why }) => repeatsLastFact(file, 'request-cancelled', { reason: why }),
  perform: async (file, { reason: why }) => {
    const number = await withdrawRequest(file, why)
    await file.move('under-review')
    await file.record('request-cancelled', { reason: why, number })
  },
})
