import type { Payload } from 'payload'
import { invalidInput } from '../../input/issue.ts'
import { read } from '../../input/read.ts'
import { linkUnknown } from '../links/dead-link.ts'
import { readLink } from '../links/open-link.ts'
import { type ReadLink } from '../links/read-link.ts'
import { SIGNING } from '../actions/sign.ts'
import { useLink } from '../links/use-link.ts'

export type SigningBody = { link: ReadLink; fullName: string }

/**
 * Reads `{ token, fullName, accept: true }`. The name is kept as it was typed, once it is known to be one. Where
 * something is wrong with the rest, the link was used all the same, which proves the address that it was sent to.
 * @throws DomainError 404 `link-unknown` before anything is said of the rest; 400 with every fault.
 */
export async function readSigningBody(payload: Payload, body: Record<string, unknown>): Promise<SigningBody> {
  const { token } = body
  const link = typeof token === 'string' && token.trim() !== '' ? await readLink(payload, token, 'sign') : undefined
  if (link === null) throw linkUnknown()
  const reading = read(SIGNING, body)
  if (reading.ok && link) return { link, fullName: reading.value.fullName }
  if (link?.state === 'live') await useLink(payload, link)
  throw invalidInput(reading.ok ? [] : reading.issues)
}
