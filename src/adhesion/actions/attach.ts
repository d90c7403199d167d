import { optionalText } from '../../input/fields.ts'
import { attachFiles, cleanName } from './attach-files.ts'
import { body } from '../lifecycle/body.ts'
import { staffAction } from '../lifecycle/define.ts'
import { STATES } from '../lifecycle/states.ts'

/**
 * The staff join a file to an application, whatever its state; a title given names it in place of its own name.
 * @throws DomainError 400 for no file, too large a one, or one of a type that is not accepted.
 */
export const ATTACH = staffAction({
  name: 'attach',
  from: STATES,
  to: [],
  stays: true,
  by: ['secretariat', 'bureau-member'],
  needs: 'un fichier',
  label: 'Joindre une pièce',
  description: 'Attach a document.',
  endpoint: 'attach',
  body: body({ title: optionalText(120) }),
  filesIn: 'file',
  perform: async (file, { title }, files) => {
    const addedBy = file.actor.kind === 'staff' ? file.actor.user.id : null
    const named = title === undefined ? files : files.map((each) => ({ ...each, title: cleanName(title) }))
    const attachments = await attachFiles(file, named, { source: 'staff', addedBy })
    for (const { id, title: name, sha256 } of attachments)
      await file.record('attached', { title: name, attachment: id, sha256 })
    return { attachments: attachments.map(({ id, title: name }) => ({ id, title: name })) }
  },
})
