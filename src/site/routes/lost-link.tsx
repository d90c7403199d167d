import type { Router } from 'express'
import { setTimeout as wait } from 'node:timers/promises'
import { EMPTY } from '../../adhesion/declaration/flaws.ts'
import { recoverLinks } from '../../adhesion/lost-link.ts'
import type { Fault } from '../../lib/errors.ts'
import { parseEmail } from '../../organisation/email.ts'
import { refused } from '../../organisation/flaw.ts'
import { clientOf } from '../client.ts'
import { LOST_LINK } from '../dead-link.tsx'
import { exactRouter } from '../exact-router.ts'
import { fieldsOf, textIn, type Fields } from '../fields.ts'
import { sendPublicPage, type Site } from '../site.ts'
import { LostLinkPage, LostLinkSentPage } from '../views/capability/lost-link-page.tsx'

const REFERENCE = /^CPOF-\d{4}-\d{6,10}$/

const NOT_A_REFERENCE = refused(
  'reference-format',
  'Une référence s’écrit CPOF, l’année et six chiffres, par exemple CPOF-2026-000123.',
  'A reference is CPOF, the year and six digits, for instance CPOF-2026-000123.',
).fault

/** No answer comes sooner, in milliseconds: longer than what is done for a file that there is. */
const LEAST_TIME = 800

/**
 * Sends links again to who has them already. The answer says nothing of whether there is such a file: it is the same
 * for all, and takes the same time too. It comes when the e-mails are owed, so that what it promises is kept.
 */
export function lostLinkRoutes({ payload, chromes }: Site): Router {
  const router = exactRouter()

  router.get(LOST_LINK, async (req, res) => {
    const chrome = await chromes.of('fr')
    await sendPublicPage(res, 200, req.query['fait'] === 'envoye' ? <LostLinkSentPage chrome={chrome} againHref={LOST_LINK} /> : <LostLinkPage chrome={chrome} form={{ action: LOST_LINK }} />)
  })

  router.post(LOST_LINK, async (req, res) => {
    const fields = fieldsOf(req)
    const { reference, email, faults } = askedIn(fields)
    if (faults.length > 0) {
      await sendPublicPage(res, 400, <LostLinkPage chrome={await chromes.of('fr')} form={{ action: LOST_LINK, values: fields, faults }} />)
      return
    }
    await Promise.all([recoverLinks(payload, { reference, email, client: clientOf(req) }), wait(LEAST_TIME)])
    res.redirect(303, `${LOST_LINK}?fait=envoye`)
  })
  return router
}

function askedIn(fields: Fields): { reference: string; email: string; faults: Fault[] } {
  const reference = textIn(fields, 'reference').replace(/[\s\u200b]/g, '').toUpperCase()
  const email = textIn(fields, 'email').trim()
  const read = parseEmail(email)
  const faults: Fault[] = []
  if (reference === '') faults.push({ path: 'reference', ...EMPTY })
  else if (!REFERENCE.test(reference)) faults.push({ path: 'reference', ...NOT_A_REFERENCE })
  if (email === '') faults.push({ path: 'email', ...EMPTY })
  else if ('fault' in read) faults.push({ path: 'email', ...read.fault })
  return { reference, email: 'email' in read ? read.email : email, faults }
}
