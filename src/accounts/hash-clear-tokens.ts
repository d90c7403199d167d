import type { Payload } from 'payload'
import { isStoredToken, storedToken } from '../security/password-link.ts'

/** Puts the hash in place of each token that an earlier release stored in clear: its link, sent long ago, goes on. */
export async function hashClearTokens(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { resetPasswordToken: { exists: true } },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
    showHiddenFields: true,
    select: { resetPasswordToken: true },
  })
  for (const { id, resetPasswordToken: token } of docs) {
    if (!token || isStoredToken(token)) continue
    await payload.db.updateOne({
      collection: 'users',
      where: { and: [{ id: { equals: id } }, { resetPasswordToken: { equals: token } }] },
      data: { resetPasswordToken: storedToken(token) },
      options: { atomic: true },
    })
  }
}
