import type { Payload } from 'payload'
import type { Fault } from '../lib/errors.ts'
import { cleanText } from './declaration/text.ts'
import { EMPTY } from './declaration/flaws.ts'
import { ObjectReader } from './declaration/object-reader.ts'
import { invalidBody } from './errors.ts'
import { linkUnknown, readLink, type ReadLink } from './open-link.ts'
import { useLink } from './use-link.ts'

const NAME = { max: 200, named: true }

const NOT_ACCEPTED = {
  code: 'not-accepted',
  messages: { fr: 'Cochez la case pour signer.', en: '`accept` must be true to sign.' },
}

export type SigningBody = { link: ReadLink; fullName: string }

/**
 * Reads `{ token, fullName, accept: true }`. The name is kept as it was typed, once it is known to be one. Where
 * something is wrong with the rest, the link was used all the same, which proves the address that it was sent to.
 * @throws DomainError 404 `link-unknown` before anything is said of the rest; 400 with every fault.
 */
export async function readSigningBody(payload: Payload, body: Record<string, unknown>): Promise<SigningBody> {
  const findings: { faults: Fault[]; warnings: Fault[] } = { faults: [], warnings: [] }
  const reader = new ObjectReader(body, '', findings)
  const token = reader.value('token')
  if (typeof token !== 'string') reader.refuse('token', EMPTY)
  const link = typeof token === 'string' ? await readLink(payload, token, 'sign') : null
  if (typeof token === 'string' && !link) throw linkUnknown()
  const typed = reader.value('fullName')
  const clean = typed === undefined ? { fault: EMPTY } : cleanText(typed, NAME)
  if ('fault' in clean) reader.refuse('fullName', clean.fault)
  if (reader.value('accept') !== true) reader.refuse('accept', NOT_ACCEPTED)
  reader.refuseOthers()
  if (findings.faults.length > 0 || !link || typeof typed !== 'string') {
    if (link?.state === 'live') await useLink(payload, link)
    throw invalidBody(findings.faults)
  }
  return { link, fullName: typed }
}
