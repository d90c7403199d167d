import type { Payload } from 'payload'
import { faultAt, invalidInput } from '../../input/issue.ts'
import type { Actor } from '../lifecycle/actor.ts'
import { attachFiles, checkFiles, cleanName, withFilesStored, type Upload } from './attach-files.ts'
import { onFile } from '../lifecycle/on-file.ts'
import { action } from '../lifecycle/action.ts'
import { STATES } from '../lifecycle/states.ts'

type Input = {
  id: string
  actor: Actor
  rev?: number | undefined
  title?: string | undefined
  files: readonly Upload[]
}

export const ATTACH = action({
  name: 'attach',
  from: STATES,
  to: [],
  stays: true,
  by: ['secretariat', 'bureau-member'],
  needs: 'un fichier',
  label: 'Joindre une pièce',
  description: 'Attach a document.',
  endpoint: 'attach',
})

/**
 * The staff join a file to an application, whatever its state; a title given names it in place of its own name.
 * @throws DomainError 400 for no file, too large a one, or one of a type that is not accepted.
 */
export async function attach(payload: Payload, { id, actor, rev, title, files }: Input) {
  const checked = await checkFiles(payload, files)
  if (checked.length === 0) throw invalidInput([faultAt('file', 'file-missing')])
  const named = checked.map((file) => (title && title.trim() !== '' ? { ...file, title: cleanName(title) } : file))
  return withFilesStored(payload, named, (stored) =>
    onFile(
      payload,
      { id, action: ATTACH, actor, rev },
      {
        act: async (file) => {
          const addedBy = actor.kind === 'staff' ? actor.user.id : null
          const attachments = await attachFiles(file, stored, { source: 'staff', addedBy })
          for (const attachment of attachments)
            await file.record('attached', {
              title: attachment.title,
              attachment: attachment.id,
              sha256: attachment.sha256,
            })
          return {
            attachments: attachments.map(({ id: attachment, title: name }) => ({ id: attachment, title: name })),
          }
        },
      },
    ),
  )
}
