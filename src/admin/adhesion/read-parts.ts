import { idOf } from '../../lib/ids.ts'
import { formatDateTime, formatDay, isDay, parisDay } from '../../lib/dates.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import { own } from '../../lib/own.ts'
import type { Adhesion, Attachment, Journal } from '../../payload-types.ts'
import { messageIn } from '../../adhesion/views/conversation.ts'
import { officeSentence } from '../../record/facts.ts'
import { facts, moment } from './declared-facts.ts'
import type { AttachmentModel, JournalLine, MessageModel, NoteModel, RequestModel, SignatureModel } from './model.ts'
import { accountNames, asReader, type Names, type Reader } from '../reader.ts'
import { textAt } from './stored.ts'
import { CHANNELS, LABELS, REQUEST_STATES, SOURCES, TEXTS } from './words.ts'

const ofFile = (adhesion: Pick<Adhesion, 'id'>) => ({ adhesion: { equals: adhesion.id } })

/** What was asked and answered, and every attachment of the file, newest first. */
export async function readRequests(
  reader: Reader,
  adhesion: Adhesion,
  at: Date,
): Promise<{ requests: RequestModel[]; attachments: AttachmentModel[] }> {
  const { docs } = await reader.payload.find({
    collection: 'information-requests',
    where: ofFile(adhesion),
    sort: '-number',
    limit: 0,
    ...asReader(reader),
  })
  const { docs: files } = await reader.payload.find({
    collection: 'attachments',
    where: ofFile(adhesion),
    sort: '-createdAt',
    limit: 0,
    ...asReader(reader),
  })
  const names = await accountNames(reader, [
    ...docs.flatMap(({ askedBy, answeredBy }) => [idOf(askedBy), idOf(answeredBy)]),
    ...files.map(({ addedBy }) => idOf(addedBy)),
  ])
  const numberOf = new Map(docs.map(({ id, number }) => [id, number]))
  const attachments = files.map((file) => attachmentModel(file, names, numberOf))
  const inAnswerTo = new Map(files.map((file) => [file.id, idOf(file.request)]))
  const requests = docs.map(
    (request): RequestModel => ({
      id: request.id,
      number: request.number,
      state: REQUEST_STATES[request.status],
      question: request.question,
      asked: TEXTS.asked(
        TEXTS.byName(names.get(idOf(request.askedBy) ?? '') ?? ''),
        formatDateTime(new Date(request.askedAt)),
      ),
      deadline: TEXTS.deadline(isDay(request.deadline) ? formatDay(request.deadline) : request.deadline),
      late: request.status === 'open' && request.deadline < parisDay(at),
      answer: request.answer ?? null,
      answered: request.answeredAt
        ? TEXTS.answered(SOURCES[request.source ?? 'link'], formatDateTime(new Date(request.answeredAt)))
        : null,
      cancelled: request.status === 'cancelled' ? TEXTS.cancelled(request.cancelReason ?? '') : null,
      attachments: attachments.filter(({ id }) => inAnswerTo.get(id) === request.id),
    }),
  )
  return { requests, attachments }
}

function attachmentModel(file: Attachment, names: Names, numberOf: ReadonlyMap<string, number>): AttachmentModel {
  const number = numberOf.get(idOf(file.request) ?? '')
  return {
    id: file.id,
    title: file.title,
    href: file.url ?? null,
    by: file.source === 'applicant' ? TEXTS.byApplicant : TEXTS.byStaff(names.get(idOf(file.addedBy) ?? '') ?? ''),
    at: formatDateTime(new Date(file.createdAt)),
    sha256: file.sha256,
    request: number === undefined ? null : TEXTS.forRequest(number),
  }
}

/** The journal in sentences, newest first, and the notes that stand in it; rows this person may not read are not there. */
export async function readJournal(
  reader: Reader,
  adhesion: Adhesion,
): Promise<{ journal: JournalLine[]; notes: NoteModel[]; conversation: MessageModel[] }> {
  const { docs } = await reader.payload.find({
    collection: 'journal',
    where: ofFile(adhesion),
    sort: '-rank',
    limit: 0,
    ...asReader(reader),
  })
  const notes = docs.filter(({ type, evidence }) => type === 'noted' && evidence !== null).map(writtenIn)
  const conversation = docs
    .filter(({ type, evidence }) => type === 'written' && evidence !== null)
    .map((row) => ({ ...writtenIn(row), files: messageIn(row)?.files.map(({ title }) => title) ?? [] }))
  const journal = docs.map((row) => ({
    rank: row.rank,
    at: formatDateTime(new Date(row.at)),
    sentence: officeSentence({ type: row.type, evidence: withoutText(row) }),
  }))
  return { journal, notes, conversation }
}

const writtenIn = ({ rank, at, evidence }: Journal): NoteModel => ({
  rank,
  by: textAt(evidence, 'actor', 'name') ?? (textAt(evidence, 'side') === 'applicant' ? TEXTS.applicant : TEXTS.team),
  at: formatDateTime(new Date(at)),
  text: textAt(evidence, 'text') ?? '',
})

/** The evidence, what was written left to the notes and the conversation. */
const withoutText = ({ type, evidence }: Journal): unknown =>
  (type === 'noted' || type === 'written') && isJsonObject(evidence) ? { ...evidence, text: '' } : evidence

/** The signature that the file holds, with its evidence in short, or null. */
export async function readSignature(
  reader: Reader,
  adhesion: Adhesion,
): Promise<{ model: SignatureModel; evidence: unknown } | null> {
  const id = idOf(adhesion.signature)
  if (id === null) return null
  const signature = await reader.payload.findByID({
    collection: 'charter-signatures',
    id,
    ...asReader(reader),
    disableErrors: true,
  })
  if (!signature) return null
  const { evidence } = signature
  const charter = await reader.payload.findByID({
    collection: 'charter-versions',
    id: idOf(signature.charterVersion) ?? '',
    ...asReader(reader),
    disableErrors: true,
  })
  const model = {
    facts: facts([
      { label: LABELS.signatory, value: signature.signatory },
      { label: LABELS.signedAt, value: moment(signature.signedAt) },
      {
        label: LABELS.charter,
        value: charter ? TEXTS.version(charter.number, charter.title) : null,
        ...(charter ? { href: `/admin/collections/charter-versions/${charter.id}` } : {}),
      },
    ]),
    evidence: facts([
      { label: LABELS.typedName, value: textAt(evidence, 'typedName') },
      { label: LABELS.channel, value: own(CHANNELS, textAt(evidence, 'channel') ?? '') },
      { label: LABELS.linkSent, value: moment(textAt(evidence, 'times', 'linkSent')) },
      { label: LABELS.linkSentTo, value: textAt(evidence, 'link', 'sentTo') },
      { label: LABELS.shown, value: moment(textAt(evidence, 'times', 'shown')) },
      { label: LABELS.consent, value: textAt(evidence, 'consent') },
      { label: LABELS.charterHash, value: charter?.sha256 },
      { label: LABELS.evidenceHash, value: signature.evidenceHash },
      { label: LABELS.ip, value: textAt(evidence, 'client', 'ip') },
      { label: LABELS.userAgent, value: textAt(evidence, 'client', 'userAgent') },
    ]),
  }
  return { model, evidence }
}
