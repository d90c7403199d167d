import type { Endpoint, Payload } from 'payload'
import { staff } from '../../../access/actors.ts'
import { wrongActor } from '../../adhesion/errors.ts'
import { unknownDraft } from '../../publishing/errors.ts'
import type { Schedulable } from '../../publishing/schedulable.ts'
import { BodyReader } from '../adhesions/body.ts'
import { endpoint, respond, signInFirst, type Ask } from '../respond.ts'

export type OwnEndpoint = Omit<Endpoint, 'root'>
export type EditorAct = { payload: Payload; id: string; editor: string }

/** Who writes the site. @throws DomainError 401 `unauthorized`, 403 `wrong-actor` */
export function editorOf({ req }: Pick<Ask, 'req'>): string {
  const user = staff(req)
  if (!user) throw signInFirst()
  if (!user.roles?.includes('editor')) throw wrongActor()
  return user.id
}

/** `POST /api/<collection>/:id/<name>`: role, then record, then body, then what the use-case says. Answers `{ message }`. */
export function editorEndpoint(
  collection: Schedulable,
  name: string,
  message: string,
  read: (reader: BodyReader) => (act: EditorAct) => Promise<unknown>,
): OwnEndpoint {
  return {
    path: `/:id/${name}`,
    method: 'post',
    handler: endpoint(async (ask) => {
      const editor = editorOf(ask)
      const { payload } = ask.req
      const id = ask.param('id')
      const found = await payload.findByID({
        collection,
        id,
        draft: true,
        depth: 0,
        overrideAccess: false,
        disableErrors: true,
        user: ask.req.user,
        req: ask.req,
      })
      if (!found) throw unknownDraft()
      const act = read(new BodyReader(await ask.json()))
      await act({ payload, id, editor })
      return respond({ message })
    }),
  }
}
