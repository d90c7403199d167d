import type { Payload } from 'payload'
import { fields, text } from '../../input/fields.ts'
import { invalidInput } from '../../input/issue.ts'
import { read } from '../../input/read.ts'
import { isDomainError, type Fault } from '../../lib/errors.ts'
import type { Actor } from '../lifecycle/actor.ts'
import type { Stored } from '../../record/attachments.ts'
import { attachFiles, checkFiles, withFilesStored, type CheckedFile, type Upload } from './attach-files.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { openRequest } from './request-information.ts'
import { action } from '../lifecycle/action.ts'

/** How an answer reached the association. */
export type AnswerSource = 'link' | 'letter' | 'phone' | 'email'

/** The form by which an applicant answers, beside its files. */
const ANSWER_FORM = fields({ answer: text(10_000, { lines: 'several' }) })

type Input = { id: string; actor: Actor; rev?: number | undefined }

export const ANSWER = action({
  name: 'answer',
  from: ['needs-information'],
  to: ['under-review'],
  stays: false,
  by: ['applicant', 'secretariat'],
  needs: 'une réponse ; sa provenance si le secrétariat la saisit',
  label: 'Enregistrer la réponse',
  description: 'Answer the open request, or enter the answer that came by letter, phone or e-mail.',
  endpoint: 'answer',
})

/**
 * The applicant answers the open request by their link, with files.
 * @throws DomainError 400 with every fault of the text and the files; 409 when nothing is asked.
 */
export async function answer(
  payload: Payload,
  { answer: typed, files, ...input }: Input & { answer: unknown; files: readonly Upload[] },
) {
  const reading = read(ANSWER_FORM, { answer: typed })
  const { checked, faults } = await collected(payload, files)
  if (!reading.ok || faults.length > 0) throw invalidInput([...(reading.ok ? [] : reading.faults), ...faults])
  return withFilesStored(payload, checked, (stored) =>
    keep(payload, { ...input, text: reading.value.answer, source: 'link', files: stored }),
  )
}

/** The secretariat enters the answer that came by letter, phone or e-mail. */
export function answerForApplicant(
  payload: Payload,
  { answer: text, ...input }: Input & { answer: string; source: Exclude<AnswerSource, 'link'> },
) {
  return keep(payload, { ...input, text, files: [] })
}

type Kept = Input & { text: string; source: AnswerSource; files: readonly (CheckedFile & Stored)[] }

function keep(payload: Payload, { id, actor, rev, text, source, files }: Kept) {
  return onFile(
    payload,
    { id, action: ANSWER, actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'information-answered', { answer: text, source }),
      act: async (file) => {
        const { unit, at } = file
        const request = await openRequest(file)
        if (!request) throw new Error('A file needs information and no request is open')
        const attachments = await attachFiles(file, files, { request: request.id, source: 'applicant' })
        await unit.payload.db.updateOne({
          collection: 'information-requests',
          id: request.id,
          data: {
            status: 'answered',
            answer: text,
            answeredAt: at.toISOString(),
            answeredBy: actor.kind === 'staff' ? actor.user.id : null,
            source,
          },
          req: unit.req,
        })
        await file.move('under-review')
        await file.record('information-answered', { number: request.number, source, answer: text, attachments })
        return {}
      },
    },
  )
}

async function collected(
  payload: Payload,
  files: readonly Upload[],
): Promise<{ checked: CheckedFile[]; faults: readonly Fault[] }> {
  try {
    return { checked: await checkFiles(payload, files), faults: [] }
  } catch (error) {
    if (!isDomainError(error)) throw error
    return { checked: [], faults: error.faults }
  }
}
