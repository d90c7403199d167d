import type { Payload } from 'payload'
import { choice, fields, text } from '../../input/fields.ts'
import { invalidInput } from '../../input/issue.ts'
import { read } from '../../input/read.ts'
import type { JsonObject } from '../../lib/json-object.ts'
import type { Actor } from '../lifecycle/actor.ts'
import type { Stored } from '../../record/attachments.ts'
import { attachFiles, lookAtFiles, withFilesStored, type CheckedFile, type Upload } from './attach-files.ts'
import { type FileInHand, onFile } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { openRequest } from './request-information.ts'
import { body, LONG, several } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'

/** How an answer reached the association, when the secretariat enters it. */
export const ANSWER_SOURCES = ['letter', 'phone', 'email'] as const

/** How an answer reached the association. */
type AnswerSource = 'link' | (typeof ANSWER_SOURCES)[number]

const written = text(LONG, several)

/** What an applicant answers by their link, beside its files. */
export const ANSWER_FORM = fields({ answer: written })

/** The secretariat enters the answer that came by letter, phone or e-mail. */
export const ANSWER = staffAction({
  name: 'answer',
  from: ['needs-information'],
  to: ['under-review'],
  stays: false,
  by: ['applicant', 'secretariat'],
  needs: 'une réponse ; sa provenance si le secrétariat la saisit',
  label: 'Enregistrer la réponse',
  description: 'Answer the open request, or enter the answer that came by letter, phone or e-mail.',
  endpoint: 'answer',
  body: body({ answer: written, source: choice(ANSWER_SOURCES) }),
  already: isRepeated,
  perform: (file, sent) => keep(file, sent),
})

/**
 * The applicant answers the open request by their link, with files; `beside` is what else was sent, which is refused by name.
 * @throws DomainError 400 with every fault of the text and the files; 409 when nothing is asked.
 */
export async function answer(
  payload: Payload,
  {
    id,
    actor,
    files,
    ...sent
  }: { id: string; actor: Actor; answer: unknown; files: readonly Upload[]; beside?: JsonObject },
) {
  const reading = read(ANSWER_FORM, { ...sent.beside, answer: sent.answer })
  const { checked, issues } = await lookAtFiles(payload, files)
  if (!reading.ok || issues.length > 0) throw invalidInput([...(reading.ok ? [] : reading.issues), ...issues])
  const given = { answer: reading.value.answer, source: 'link' } as const
  return withFilesStored(payload, checked, (stored) =>
    onFile(
      payload,
      { id, action: ANSWER, actor },
      { already: (file) => isRepeated(file, given), act: (file) => keep(file, given, stored) },
    ),
  )
}

type Sent = { answer: string; source: AnswerSource }

function isRepeated(file: FileInHand, { answer: text, source }: Sent): Promise<boolean> {
  return repeatsLastFact(file, 'information-answered', { answer: text, source })
}

async function keep(file: FileInHand, { answer: text, source }: Sent, files: readonly (CheckedFile & Stored)[] = []) {
  const { unit, actor, at } = file
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
}
