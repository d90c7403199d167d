import type { Payload } from 'payload'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { repeatsLastFact } from '../lifecycle/repeats.ts'
import { action } from '../lifecycle/action.ts'
import { STATES } from '../lifecycle/states.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined; text: string; agreesToReopen?: boolean | undefined }

export const NOTE = action({
  name: 'note',
  from: STATES,
  to: [],
  stays: true,
  by: ['secretariat', 'bureau-member'],
  needs: 'un texte',
  label: 'Ajouter une note',
  description: 'Add an internal note.',
  endpoint: 'note',
})

/**
 * Adds an internal note; its text stands in the erasable part of the journal. The chair's note may carry
 * their agreement to reopen a refused file.
 */
export function note(payload: Payload, { id, actor, rev, text, agreesToReopen = false }: Input) {
  return onFile(
    payload,
    { id, action: NOTE, actor, rev },
    {
      already: (file) => repeatsLastFact(file, 'noted', { text }),
      act: async (file) => {
        const agrees = agreesToReopen && file.standing.roles.has('chair') && !file.standing.recused
        await file.move(file.adhesion.status, agrees ? { reopenAgreement: file.standing.person } : {})
        await file.record('noted', { text, agreesToReopen: agrees })
        return {}
      },
    },
  )
}
