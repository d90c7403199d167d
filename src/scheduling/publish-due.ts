import type { Payload, PayloadRequest } from 'payload'
import { findById } from '../db/find.ts'
import { isUniqueViolation } from '../db/retry.ts'
import { TooManyRaces, unitOfWork } from '../db/unit-of-work.ts'
import { holdsRole } from '../governance/roles.ts'
import { isDomainError } from '../lib/errors.ts'
import type { Schedule, User } from '../payload-types.ts'
import { endSchedule } from './end-schedule.ts'
import { newestVersion } from './newest-version.ts'
import { readSubject, type Ending, type Schedulable } from './schedulable.ts'

/**
 * Publishes what was scheduled, at most once, on behalf of who scheduled it and with that person's rights of today; or
 * says why not: it changed since, it is gone, the person may publish no more, or publishing it is refused.
 * @returns false when there was nothing left to do
 */
export async function publishDue(payload: Payload, row: Schedule): Promise<boolean> {
  const subject = readSubject(payload, row.subject)
  if (!subject) throw new Error(`No collection of drafts has ${row.subject}`)
  try {
    return await unitOfWork(payload, async ({ req }) => {
      const editor = await editorOf(payload, row, req)
      const ending = await obstacle(payload, row, subject, editor, req)
      if (!(await endSchedule(payload, row.id, ending, req))) return false
      if (ending === null && editor) await publish(payload, subject, editor, req)
      return true
    })
  } catch (error) {
    const said = refusal(error)
    if (said === null) throw error
    return unitOfWork(payload, ({ req }) => endSchedule(payload, row.id, 'refused', req, said))
  }
}

async function obstacle(
  payload: Payload,
  row: Schedule,
  { collection, id }: { collection: Schedulable; id: string },
  editor: User | null,
  req: PayloadRequest,
): Promise<Ending | null> {
  const version = await newestVersion(payload, collection, id, req)
  if (!version) return 'gone'
  if (version.id !== row.version || version.savedAt !== row.savedAt) return 'edited'
  return editor ? null : 'not-an-editor'
}

async function editorOf(payload: Payload, { by }: Schedule, req: PayloadRequest): Promise<User | null> {
  const id = typeof by === 'string' ? by : by?.id
  const user = id ? await findById({ payload, req }, 'users', id) : null
  return user && holdsRole(user, 'editor') ? user : null
}

/** Payload completes what is given from the newest version, in every language. */
async function publish(
  payload: Payload,
  { collection, id }: { collection: Schedulable; id: string },
  editor: User,
  req: PayloadRequest,
): Promise<void> {
  const user = { ...editor, collection: 'users' as const }
  await payload.update({
    collection,
    id,
    data: { _status: 'published' },
    locale: 'fr',
    publishAllLocales: true,
    depth: 0,
    overrideAccess: false,
    user,
    req,
  })
}

const ADDRESS_TAKEN = 'Son adresse est déjà celle d’un autre enregistrement\u00a0: choisissez-en une autre.'

/** What a refusal says to the editors; null for an error that is none. */
function refusal(error: unknown): string | null {
  if (isDomainError(error)) return error.messages.fr
  // Of drafts two may have one address; it hits the unique index each time that the unit is tried.
  if (error instanceof TooManyRaces) return isUniqueViolation(error) ? ADDRESS_TAKEN : null
  if (!(error instanceof Error) || error.name !== 'ValidationError' || !('data' in error)) return null
  const { data } = error
  const list =
    typeof data === 'object' && data !== null && 'errors' in data && Array.isArray(data.errors) ? data.errors : []
  const sentences = list.flatMap((each: unknown) =>
    typeof each === 'object' && each !== null && 'message' in each && typeof each.message === 'string'
      ? [each.message]
      : [],
  )
  return sentences.join(' ') || error.message
}
