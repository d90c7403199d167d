import type { Payload } from 'payload'
import { findAll, findFirst } from '../../db/find.ts'
import { id } from '../../input/fields.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import { removeAttachments } from '../../record/attachments.ts'
import { eraseEvidence } from '../../record/journal.ts'
import { entriesOn, type Entry } from '../erasure/entries.ts'
import { mayHaveBeenRead } from '../erasure/read-by-others.ts'
import { body, reason } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { denied } from '../lifecycle/denials.ts'
import type { Facts, FileInHand } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { STATES } from '../lifecycle/states.ts'

type Sent = { entry: string; reason: string }

/**
 * The secretariat erases a note, a message or an attachment, by its id. Where others may have read it, one asks and a
 * second one of the secretariat erases it by asking for the same. Its words and bytes go; that it was there, and why it
 * went, stays in the journal, whose chain still verifies.
 * @throws DomainError 409 `no-such-entry`, `second-secretary-needed` to whoever asked already.
 */
export const ERASE = staffAction({
  name: 'erase',
  from: STATES,
  to: [],
  stays: true,
  by: ['secretariat'],
  needs: 'une note, un message ou une pièce, et un motif ; une seconde personne du secrétariat si d’autres ont pu lire',
  label: 'Effacer une note, un message ou une pièce',
  description: 'Erase a note, a message or an attachment; a second person confirms where others may have read it.',
  endpoint: 'erase',
  body: body({ entry: id(), reason: reason() }),
  refusals: ['no-such-entry', 'second-secretary-needed'],
  blocked: async (of) => ((await entriesOn(of)).length > 0 ? null : 'no-such-entry'),
  already: async (file, { entry, reason: why }) =>
    (await repeatsLastFact(file, 'erasure-asked', { entry, reason: why })) ||
    repeatsLastFact(file, 'erased', { entry, reason: why }),
  perform: eraseOn,
  after: async (payload, adhesion, { entry }) => {
    await removeErased(payload, adhesion, entry)
    return null
  },
})

async function eraseOn(file: FileInHand, { entry: wanted, reason: why }: Sent): Promise<Facts> {
  if (file.actor.kind !== 'staff') throw new Error('Only staff may erase')
  const entry = (await entriesOn(file)).find(({ id: each }) => each === wanted)
  if (!entry) throw denied('no-such-entry', file.before)
  const { what } = entry
  const account = file.actor.user.id
  const asked = await lastAsked(file, wanted)
  if (asked === account) throw denied('second-secretary-needed', file.before)
  if (asked === null && (await mayHaveBeenRead(file.unit, entry, { account, now: file.at }))) {
    await file.move(file.adhesion.status)
    await file.record('erasure-asked', { entry: wanted, what, reason: why })
    return { erased: false }
  }
  await file.move(file.adhesion.status)
  await eraseEvidence(
    file.unit,
    entry.rows.map(({ id: row }) => row),
  )
  await forgetMail(file, entry)
  await file.record('erased', { entry: wanted, what, ranks: entry.rows.map(({ rank }) => rank), reason: why })
  return { erased: true }
}

/** The account that asked to erase an entry; null where nobody did. */
async function lastAsked({ unit, subject }: FileInHand, entry: string): Promise<string | null> {
  const rows = await findAll(unit, 'journal', {
    where: { and: [{ subject: { equals: subject } }, { type: { equals: 'erasure-asked' } }] },
  })
  const asked = rows.find(({ evidence }) => isJsonObject(evidence) && evidence['entry'] === entry)?.evidence
  const actor = isJsonObject(asked) ? asked['actor'] : null
  return isJsonObject(actor) && typeof actor['id'] === 'string' ? actor['id'] : null
}

/** An e-mail that carried an erased message no longer holds its words; one that has not left yet tells of the erasure. */
async function forgetMail({ unit: { payload, req }, subject }: FileInHand, { what, title }: Entry): Promise<void> {
  if (what !== 'message') return
  const mails = await findAll({ payload, req }, 'messages', {
    where: { and: [{ subject: { equals: subject } }, { template: { equals: 'message-from-secretariat' } }] },
  })
  for (const { id: mail, data } of mails)
    if (isJsonObject(data) && typeof data['text'] === 'string' && data['text'].startsWith(title))
      await payload.db.updateOne({ collection: 'messages', id: mail, data: { data: { ...data, text: GONE } }, req })
}

/** What stands in an e-mail in place of words that were erased. */
const GONE = '[Message effacé par le secrétariat]'

/** Removes the row and the bytes of an attachment once its erasure is committed. */
async function removeErased(payload: Payload, adhesion: string, entry: string): Promise<void> {
  const last = await findFirst({ payload }, 'journal', {
    where: { and: [{ subject: { equals: `adhesion:${adhesion}` } }, { type: { equals: 'erased' } }] },
    sort: '-rank',
  })
  const evidence = last?.evidence
  if (!isJsonObject(evidence) || evidence['entry'] !== entry || evidence['what'] !== 'attachment') return
  await removeAttachments(payload, [entry])
}
