import type { CollectionSlug, Payload } from 'payload'
import type { z } from 'zod'
import { staff } from '../../../access/actors.ts'
import { wrongActor } from '../../adhesion/lifecycle/errors.ts'
import { unknownDraft } from '../../scheduling/errors.ts'
import type { Schedulable } from '../../scheduling/schedulable.ts'
import { posting, type OwnEndpoint } from '../posting.ts'
import { respond, signInFirst, type Ask } from '../respond.ts'
import { MESSAGE } from '../description/answer-shapes.ts'
import { saying } from '../description/said.ts'

/** Who writes the site. @throws DomainError 401 `unauthorized`, 403 `wrong-actor` */
export function editorOf({ req }: Pick<Ask, 'req'>): string {
  const user = staff(req)
  if (!user) throw signInFirst()
  if (!user.roles?.includes('editor')) throw wrongActor()
  return user.id
}

/** The id in an address, of a record that the caller may read, be it a draft. @throws DomainError 404 */
export async function requireRecord(
  { req, param }: Pick<Ask, 'req' | 'param'>,
  collection: CollectionSlug,
): Promise<string> {
  const id = param('id')
  const found = await req.payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    user: req.user,
    req,
  })
  if (!found) throw unknownDraft()
  return id
}

/** `POST /api/<collection>/:id/<name>`: role, then record, then body, then what the use-case says. Answers `{ message }`. */
export const editorEndpoint = <Schema extends z.ZodObject>(
  collection: Schedulable,
  name: string,
  message: string,
  schema: Schema,
  act: (payload: Payload, given: { id: string; editor: string } & z.output<Schema>) => Promise<unknown>,
): OwnEndpoint =>
  saying(
    posting(`/:id/${name}`, schema, async ({ body, ...ask }) => {
      const editor = editorOf(ask)
      const id = await requireRecord(ask, collection)
      const values = await body()
      await act(ask.req.payload, { ...values, id, editor })
      return respond({ message })
    }),
    { by: ['editor'], answer: MESSAGE, refusals: { 403: ['wrong-actor'] } },
  )
