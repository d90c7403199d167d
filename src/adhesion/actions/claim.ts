import type { Payload } from 'payload'
import type { Actor } from '../lifecycle/actor.ts'
import { onFile, type FileInHand } from '../lifecycle/on-file.ts'
import { idOf } from '../../lib/ids.ts'
import { action } from '../lifecycle/action.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined }

export const CLAIM = action({
  name: 'claim',
  from: ['submitted', 'under-review'],
  to: ['under-review'],
  stays: false,
  by: ['secretariat'],
  needs: 'rien de plus ; un collègue peut reprendre le dossier',
  label: 'Prendre en charge',
  description: 'Take the file, or take it over from a colleague.',
  endpoint: 'claim',
  done: ({ adhesion: { status, claimedBy }, actor }) =>
    status === 'under-review' && actor.kind === 'staff' && idOf(claimedBy) === actor.user.id,
})

/** Takes a file to instruct it, from a colleague too. */
export function claim(payload: Payload, { id, actor, rev }: Input) {
  const user = actor.kind === 'staff' ? actor.user.id : null
  return onFile(
    payload,
    { id, action: CLAIM, actor, rev },
    {
      act: async (file) => {
        const from = idOf(file.adhesion.claimedBy)
        await file.move('under-review', { claimedBy: user, claimedAt: file.at.toISOString() })
        await file.record(
          'claimed',
          from === null || from === user ? {} : { previousId: from, previous: await nameOf(file, from) },
        )
        return {}
      },
    },
  )
}

/** The name of an account, or null for one that is not there. */
export async function nameOf({ unit: { payload, req } }: FileInHand, user: string): Promise<string | null> {
  const account = await payload.findByID({
    collection: 'users',
    id: user,
    depth: 0,
    req,
    overrideAccess: true,
    disableErrors: true,
  })
  return account?.name ?? null
}

export const RELEASE = action({
  name: 'release',
  from: ['under-review'],
  to: [],
  stays: true,
  by: ['secretariat'],
  needs: 'un dossier pris en charge',
  label: 'Libérer le dossier',
  description: 'Leave the file for a colleague to take.',
  endpoint: 'release',
  done: ({ adhesion: { status, claimedBy } }) => status === 'under-review' && idOf(claimedBy) === null,
})

/** Leaves a file for a colleague to take. */
export function release(payload: Payload, { id, actor, rev }: Input) {
  return onFile(
    payload,
    { id, action: RELEASE, actor, rev },
    {
      act: async (file) => {
        await file.move('under-review', { claimedBy: null, claimedAt: null })
        await file.record('released', {})
        return {}
      },
    },
  )
}
