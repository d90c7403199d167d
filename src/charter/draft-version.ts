import type { Payload } from 'payload'
import { findFirst } from '../db/find.ts'
import { unitOfWork } from '../db/unit-of-work.ts'
import type { CharterVersion } from '../payload-types.ts'

type Text = Pick<CharterVersion, 'title' | 'content'> & { signatureLines: readonly string[] }

/** Makes a draft of the charter under the next number: nothing of it binds anybody until two people adopt it. */
export function draftVersion(payload: Payload, { title, content, signatureLines }: Text): Promise<CharterVersion> {
  return unitOfWork(payload, async ({ req }) => {
    const newest = await findFirst({ payload, req }, 'charter-versions', { sort: '-number' })
    return payload.create({
      collection: 'charter-versions',
      data: {
        number: (newest?.number ?? 0) + 1,
        title,
        binds: 'both',
        status: 'draft',
        content,
        signatureLines: signatureLines.join('\n'),
        resignRequired: false,
        rev: 0,
      },
      req,
      depth: 0,
      overrideAccess: true,
    })
  })
}
