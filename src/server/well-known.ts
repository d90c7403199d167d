import type { Router } from 'express'
import type { Payload } from 'payload'
import type { Env } from '../env.ts'
import { now } from '../lib/clock.ts'
import { exactRouter } from '../site/exact-router.ts'

/** How long what is said holds, at most a year (RFC 9116, 2.5.5). */
const DAYS = 180
const DAY = 24 * 60 * 60 * 1_000

/** The contact for reports of a weakness: the one that the operator set, else the association's address, else its contact form. */
async function contactOf(
  payload: Payload,
  { SECURITY_CONTACT, PUBLIC_URL }: Pick<Env, 'SECURITY_CONTACT' | 'PUBLIC_URL'>,
): Promise<string> {
  if (SECURITY_CONTACT !== undefined) return SECURITY_CONTACT
  const { email } = await payload.findGlobal({ slug: 'identity', depth: 0, overrideAccess: false })
  return email ? `mailto:${email}` : `${PUBLIC_URL}/contact`
}

/** The pages that stand under the same address at every site (RFC 8615): how to report a weakness, where to change a password. */
export function wellKnown({
  payload,
  env,
}: {
  payload: Payload
  env: Pick<Env, 'SECURITY_CONTACT' | 'PUBLIC_URL'>
}): Router {
  const router = exactRouter()
  router.get('/.well-known/security.txt', async (_req, res) => {
    const expires = new Date(Math.floor(now().getTime() / DAY + DAYS) * DAY)
    const lines = [
      `Contact: ${await contactOf(payload, env)}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: fr, en',
      `Canonical: ${env.PUBLIC_URL}/.well-known/security.txt`,
    ]
    res
      .set('Cache-Control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(`${lines.join('\n')}\n`)
  })
  router.get('/.well-known/change-password', (_req, res) => {
    res.set('Cache-Control', 'no-store').redirect(302, '/admin/account')
  })
  return router
}
