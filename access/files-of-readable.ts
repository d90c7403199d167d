import type { PayloadRequest, Where } from 'payload'
import { hasRole } from './actors.ts'

const ALL = { depth: 0, limit: 0, pagination: false, overrideAccess: false } as const

/** A file, for who may read what it belongs to; all of them for editors. A file that hangs on nothing yet is theirs alone. */
export const filesOfReadable = async ({ req }: { req: PayloadRequest }): Promise<true | Where> => {
  if (hasRole(req, 'editor')) return true
  const { docs } = await req.payload.find({ collection: 'publications', where: { pdf: { exists: true } }, select: { pdf: true }, req, ...ALL })
  return { id: { in: docs.flatMap(({ pdf }) => idOf(pdf)) } }
}

const idOf = (file: string | { id: string } | null | undefined): string[] => (file ? [typeof file === 'string' ? file : file.id] : [])
