import { text } from '../../input/fields.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import { findAll } from '../../db/find.ts'
import type { Case } from '../lifecycle/action.ts'
import { body, LONG, several } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { STATES } from '../lifecycle/states.ts'
import { attachFiles } from './attach-files.ts'

/** Messages that an applicant may write on one application within a day: each is an e-mail to the secretariat. */
const MOST_A_DAY = 20
const DAY = 24 * 60 * 60_000

/**
 * A message outside a formal request, with files: of the secretariat to the applicant, or of the applicant, by their link,
 * to the secretariat. The other side is told by e-mail.
 * @throws DomainError 409 `anonymised`; 429 `too-many-messages`.
 */
export const WRITE = staffAction({
  name: 'write',
  from: STATES,
  to: [],
  stays: true,
  by: ['applicant', 'secretariat'],
  needs: 'un texte, avec ou sans pièces ; l’autre partie est prévenue par courriel',
  label: 'Écrire à l’organisme',
  description:
    'Write to the applicant, with files or without, outside a formal request; the applicant writes back by link.',
  endpoint: 'write',
  body: body({ text: text(LONG, several) }),
  filesIn: 'files',
  filesOptional: true,
  refusals: ['anonymised', 'too-many-messages'],
  blocked: async (of) => {
    if (of.adhesion.anonymisedAt) return 'anonymised'
    return of.actor.kind !== 'staff' && (await writtenOfLate(of)) >= MOST_A_DAY ? 'too-many-messages' : null
  },
  already: (file, { text: written }) => repeatsLastFact(file, 'written', { text: written }),
  perform: async (file, { text: written }, files) => {
    const byStaff = file.actor.kind === 'staff'
    const attachments = await attachFiles(file, files, {
      source: byStaff ? 'staff' : 'applicant',
      addedBy: file.actor.kind === 'staff' ? file.actor.user.id : null,
    })
    await file.record('written', { side: byStaff ? 'secretariat' : 'applicant', text: written, attachments })
  },
})

/** How many messages the applicant wrote within the last day. */
async function writtenOfLate({ unit, adhesion, at }: Case): Promise<number> {
  const rows = await findAll(unit, 'journal', {
    where: {
      and: [
        { subject: { equals: `adhesion:${adhesion.id}` } },
        { type: { equals: 'written' } },
        { at: { greater_than: new Date(at.getTime() - DAY).toISOString() } },
      ],
    },
  })
  return rows.filter(({ evidence }) => isJsonObject(evidence) && evidence['side'] === 'applicant').length
}
