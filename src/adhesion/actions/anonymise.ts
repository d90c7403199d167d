import type { CollectionSlug, Payload } from 'payload'
import { findAll } from '../../db/find.ts'
import type { JsonObject } from '../../lib/json-object.ts'
import { withValue } from '../../lib/paths.ts'
import type { Adhesion } from '../../payload-types.ts'
import { removeAttachments } from '../../record/attachments.ts'
import { eraseEvidence } from '../../record/journal.ts'
import { SYSTEM } from '../lifecycle/actor.ts'
import { action } from '../lifecycle/define.ts'
import type { FileInHand } from '../lifecycle/on-file.ts'
import { ENDED_STATES } from '../lifecycle/states.ts'
import { ERASED_WORDS, NOTHING_DECLARED } from '../retention/nothing-declared.ts'
import { standingOf } from '../retention/falling-due.ts'

/**
 * Erases the personal data of an ended application at the end of their term: who applied, what was declared, asked and
 * answered, the evidence of signatures and of the journal, votes, links, e-mails, files. Reference, dates, state, outcome
 * and the charter's version stay, and the chain still verifies.
 */
export const ANONYMISE = action({
  name: 'anonymise',
  from: ENDED_STATES,
  to: [],
  stays: true,
  by: ['system'],
  needs: 'la fin de la durée de conservation, et l’avis au secrétariat parti depuis 30 jours',
  label: 'Anonymiser le dossier',
  description: 'Erase personal data at the end of the retention period, thirty days after the secretariat was told.',
  done: async ({ unit, adhesion, at }) => {
    const standing = await standingOf(unit, adhesion, at)
    return standing === null || standing.due > at || standing.notice !== 'over'
  },
  perform: erase,
})

/**
 * Erases the personal data of an application where that is due, but its files, which {@link removeFilesOfAnonymised} removes.
 * @returns whether it was
 */
export async function anonymise(payload: Payload, id: string): Promise<boolean> {
  const before = await payload.findByID({ collection: 'adhesions', id, depth: 0, overrideAccess: true })
  const { rev } = await ANONYMISE.run(payload, { id, actor: SYSTEM })
  return rev !== before.rev
}

/** Removes the files of applications that are anonymised; whatever cut it off, the next time removes the rest. */
export async function removeFilesOfAnonymised(payload: Payload): Promise<void> {
  const files = await findAll({ payload }, 'attachments', { where: { 'adhesion.anonymisedAt': { exists: true } } })
  await removeAttachments(
    payload,
    files.map(({ id }) => id),
  )
}

async function erase(file: FileInHand): Promise<void> {
  const { unit, adhesion, subject, at } = file
  const { payload, req } = unit
  const { id } = adhesion
  await payload.db.updateOne({ collection: 'adhesions', id, data: nobody(adhesion), req })
  await file.move(adhesion.status, { anonymisedAt: at.toISOString() })
  const rows = await findAll(unit, 'journal', { where: { subject: { equals: subject } } })
  await eraseEvidence(
    unit,
    rows.map((row) => row.id),
  )
  for (const signature of await findAll(unit, 'charter-signatures', { where: { adhesion: { equals: id } } }))
    await payload.db.updateOne({
      collection: 'charter-signatures',
      id: signature.id,
      data: {
        evidence: null,
        salt: null,
        signatory: null,
        organisationName: ERASED_WORDS,
        identifierKey: identifierOf(id),
      },
      req,
    })
  for (const request of await findAll(unit, 'information-requests', { where: { adhesion: { equals: id } } }))
    await payload.db.updateOne({
      collection: 'information-requests',
      id: request.id,
      data: { question: ERASED_WORDS, answer: null, cancelReason: null },
      req,
    })
  const ofSubject: CollectionSlug[] = ['votes', 'messages', 'capabilities']
  for (const collection of ofSubject)
    await payload.db.deleteMany({ collection, where: { subject: { equals: subject } }, req })
  await file.record('anonymised', {})
}

const identifierOf = (id: string): string => `anonymised:${id}`

/** An application of nobody. What may not be empty on SQLite, which writes lists by an insertion, is named as it stands. */
const nobody = ({
  id,
  reference,
  kind,
  status,
  slot,
  enteredStateAt,
  charterVersion,
  refusal,
}: Adhesion): JsonObject => ({
  ...withValue(NOTHING_DECLARED, 'organisation.legalName', ERASED_WORDS),
  reference,
  kind,
  status,
  slot,
  enteredStateAt,
  charterVersion,
  title: reference,
  identifierKey: identifierOf(id),
  searchKey: '',
  representativeEmailKey: '',
  contactEmailKey: null,
  representativeProvenKey: null,
  contactProvenKey: null,
  federationContact: null,
  federationContactKey: null,
  powerToBind: { source: null, checkedBy: null, checkedAt: null },
  refusal: { ...refusal, text: null },
  warnings: null,
})
