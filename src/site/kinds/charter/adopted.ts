import type { Payload } from 'payload'
import type { CharterVersion } from '../../../payload-types.ts'
import { ANYBODY } from '../anybody.ts'
import { CHARTER_KIND } from './kind.ts'

/** Every adopted version of the charter, the newest first. */
export async function adoptedVersions(payload: Payload): Promise<CharterVersion[]> {
  const { docs } = await payload.find({
    collection: 'charter-versions',
    where: CHARTER_KIND.readable(),
    sort: '-number',
    ...ANYBODY,
  })
  return docs
}
