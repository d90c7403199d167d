import type { FileInHand } from '../lifecycle/on-file.ts'
import { idOf } from '../../lib/ids.ts'
import { body } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'

export const CLAIM = staffAction({
  name: 'claim',
  from: ['submitted', 'under-review'],
  to: ['under-review'],
  stays: false,
  by: ['secretariat'],
  needs: 'rien de plus ; un collègue peut reprendre le dossier',
  label: 'Prendre en charge',
  description: 'Take the file, or take it over from a colleague.',
  endpoint: 'claim',
  body: body({}),
  done: ({ adhesion: { status, claimedBy }, actor }) =>
    status === 'under-review' && actor.kind === 'staff' && idOf(claimedBy) === actor.user.id,
  perform: async (file) => {
    const user = file.actor.kind === 'staff' ? file.actor.user.id : null
    const from = idOf(file.adhesion.claimedBy)
    await file.move('under-review', { claimedBy: user, claimedAt: file.at.toISOString() })
    await file.record(
      'claimed',
      from === null || from === user ? {} : { previousId: from, previous: await nameOf(file, from) },
    )
  },
})

/** Takes a file to instruct it, from a colleague too. */
export const claim = CLAIM.run

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

/** Leaves a file for a colleague to take. */
export const RELEASE = staffAction({
  name: 'release',
  from: ['under-review'],
  to: [],
  stays: true,
  by: ['secretariat'],
  needs: 'un dossier pris en charge',
  label: 'Libérer le dossier',
  description: 'Leave the file for a colleague to take.',
  endpoint: 'release',
  body: body({}),
  done: ({ adhesion: { status, claimedBy } }) => status === 'under-review' && idOf(claimedBy) === null,
  perform: async (file) => {
    await file.move('under-review', { claimedBy: null, claimedAt: null })
    await file.record('released', {})
  },
})
