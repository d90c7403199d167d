import type { Payload } from 'payload'
import type { CharterVersion } from '../../payload-types.ts'
import { SYSTEM } from '../lifecycle/actor.ts'
import { type Denial, denied } from '../lifecycle/denials.ts'
import { idOf } from '../../lib/ids.ts'
import type { Case } from '../lifecycle/action.ts'
import { action } from '../lifecycle/define.ts'
import { charterFor } from '../signature/standing-signature.ts'

export const REBIND = action({
  name: 'rebind',
  from: ['awaiting-signature'],
  to: [],
  stays: true,
  by: ['system'],
  needs: 'une nouvelle version de la charte est entrée en vigueur avant la signature',
  label: 'Rattacher à la charte en vigueur',
  description: 'Bind the file to the charter version now in force and show its text before signing.',
  refusals: ['no-charter-in-force'],
  done: async (of) => (await requireCharter(of)).id === idOf(of.adhesion.charterVersion),
  perform: async (file) => {
    const charter = await requireCharter(file)
    const previous = idOf(file.adhesion.charterVersion)
    await file.move(file.adhesion.status, { charterVersion: charter.id })
    await file.record('rebound', { charterNumber: charter.number, charterSha256: charter.sha256, previous })
  },
})

/** Binds a file to the charter version now in force, whose text must be read before signing. */
export const rebind = (payload: Payload, id: string) => REBIND.run(payload, { id, actor: SYSTEM })

/** The version in force for a file's kind. @throws DomainError 503 `no-charter-in-force` */
export async function requireCharter(of: Case): Promise<CharterVersion & { sha256: string }> {
  const charter = await charterFor(of)
  if (!charter?.sha256) throw denied('no-charter-in-force')
  return { ...charter, sha256: charter.sha256 }
}

/** The version that somebody meant to sign is no longer the one in force: here is the text that is. */
export const charterSuperseded = ({ number, sha256, canonicalText }: CharterVersion): Denial<'charter-superseded'> => ({
  code: 'charter-superseded',
  extra: { charterVersion: { number, sha256, text: canonicalText } },
})
