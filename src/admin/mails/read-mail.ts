import { holdsRole } from '../../governance/roles.ts'
import { idOf } from '../../lib/ids.ts'
import { mailLabel } from '../../record/mail-labels.ts'
import type { Message } from '../../payload-types.ts'
import type { ActionGroups } from '../actions/model.ts'
import { facts, moment } from '../adhesion/declared-facts.ts'
import type { Fact } from '../fact.ts'
import { asReader, type Reader } from '../reader.ts'
import { MAIL } from './words.ts'

/** One e-mail as it is shown. */
export type MailShown = {
  label: string
  state: string
  failed: boolean
  expected: string
  facts: Fact[]
  actions: ActionGroups
}

/** An e-mail and what became of it, for who may read it; null for others. */
export async function readMail(reader: Reader, id: string): Promise<MailShown | null> {
  const { payload, user } = reader
  const row = await payload.findByID({ collection: 'messages', id, ...asReader(reader), disableErrors: true })
  if (!row) return null
  const file = idOf(row.adhesion)
  const of = file
    ? await payload.findByID({ collection: 'adhesions', id: file, ...asReader(reader), disableErrors: true })
    : null
  const failed = row.status === 'failed'
  const superseded = failed && row.lastError === 'superseded'
  return {
    label: mailLabel(row.template),
    state: MAIL.states[row.status],
    failed: failed && !superseded,
    expected: superseded ? MAIL.superseded : !failed ? MAIL.nothing : file ? MAIL.wrongOnFile : MAIL.wrongElsewhere,
    facts: facts([
      { label: MAIL.recipient, value: row.recipient },
      { label: MAIL.file, value: of?.title ?? null, ...(file ? { href: `/admin/collections/adhesions/${file}` } : {}) },
      { label: MAIL.made, value: moment(row.createdAt) },
      { label: MAIL.sent, value: row.status === 'sent' ? moment(row.sentAt) : null },
      { label: MAIL.next, value: row.status === 'owed' ? moment(row.notBefore) : null },
      { label: MAIL.attempts, value: row.attempts > 0 ? String(row.attempts) : null },
      { label: MAIL.why, value: superseded ? null : row.lastError },
      { label: MAIL.answer, value: row.response },
    ]),
    actions: {
      main: failed && !superseded && holdsRole(user, 'secretariat') ? sendAgain(row) : null,
      others: [],
      record: [],
    },
  }
}

const sendAgain = ({ id }: Pick<Message, 'id'>): ActionGroups['main'] => ({
  name: 'sendAgain',
  url: `/api/messages/${id}/send-again`,
  button: MAIL.again,
  title: MAIL.againTitle,
  consequence: MAIL.consequence,
  confirm: MAIL.again,
  done: MAIL.done,
  fields: [],
})
