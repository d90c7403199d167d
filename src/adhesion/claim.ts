import type { Payload } from 'payload'
import type { Actor } from './actor.ts'
import { onFile, type FileInHand } from './on-file.ts'
import { idOf } from './present.ts'

type Input = { id: string; actor: Actor; rev?: number | undefined }

/** Takes a file to instruct it, from a colleague too. */
export function claim(payload: Payload, { id, actor, rev }: Input) {
  const user = actor.kind === 'staff' ? actor.user.id : null
  return onFile(
    payload,
    { id, transition: 'claim', actor, rev },
    {
      already: ({ adhesion }) => adhesion.status === 'under-review' && idOf(adhesion.claimedBy) === user,
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

/** Leaves a file for a colleague to take. */
export function release(payload: Payload, { id, actor, rev }: Input) {
  return onFile(
    payload,
    { id, transition: 'release', actor, rev },
    {
      already: ({ adhesion }) => adhesion.status === 'under-review' && idOf(adhesion.claimedBy) === null,
      act: async (file) => {
        await file.move('under-review', { claimedBy: null, claimedAt: null })
        await file.record('released', {})
        return {}
      },
    },
  )
}
