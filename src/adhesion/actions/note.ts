import { flag, optional, text } from '../../input/fields.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { body, LONG, several } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { STATES } from '../lifecycle/states.ts'

export const NOTE = staffAction({
  name: 'note',
  from: STATES,
  to: [],
  stays: true,
  by: ['secretariat', 'bureau-member'],
  needs: 'un texte',
  label: 'Ajouter une note',
  description: 'Add an internal note.',
  endpoint: 'note',
  body: body({ text: text(LONG, several), agreesToReopen: optional(flag()) }),
  already: (file, { text: written }) => repeatsLastFact(file, 'noted', { text: written }),
  perform: async (file, { text: written, agreesToReopen = false }) => {
    const agrees = agreesToReopen && file.standing.roles.has('chair') && !file.standing.recused
    await file.move(file.adhesion.status, agrees ? { reopenAgreement: file.standing.person } : {})
    await file.record('noted', { text: written, agreesToReopen: agrees })
  },
})

/**
 * Adds an internal note; its text stands in the erasable part of the journal. The chair's note may carry
 * their agreement to reopen a refused file.
 */
export const note = NOTE.run
