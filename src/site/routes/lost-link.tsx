import type { Router } from 'express'
import { EMPTY } from '../../adhesion/declaration/flaws.ts'
import { recoverLinks } from '../../adhesion/lost-link.ts'
import { databaseAnswers } from '../../db/database-answers.ts'
import { afterwards } from '../../lib/afterwards.ts'
import type { Fault } from '../../lib/errors.ts'
import { parseEmail } from '../../organisation/email.ts'
import { clientOf } from '../client.ts'
import { LOST_LINK } from '../dead-link.tsx'
import { exactRouter } from '../exact-router.ts'
import { fieldsOf, textIn, type Fields } from '../fields.ts'
import { sendPublicPage, type Site } from '../site.ts'
import { LostLinkPage, LostLinkSentPage } from '../views/capability/lost-link-page.tsx'

/**
 * Sends links again to who has them already. The answer says nothing of whether there is such a file: it is the same
 * for all, and comes before any is looked for, once the database that this needs is there.
 */
export function lostLinkRoutes({ payload, chromes }: Site): Router {
  const router = exactRouter()

  router.get(LOST_LINK, async (req, res) => {
    const chrome = await chromes.of('fr')
    await sendPublicPage(
      res,
      200,
      req.query['fait'] === 'envoye' ? (
        <LostLinkSentPage chrome={chrome} againHref={LOST_LINK} />
      ) : (
        <LostLinkPage chrome={chrome} form={{ action: LOST_LINK }} />
      ),
    )
  })

  router.post(LOST_LINK, async (req, res) => {
    const fields = fieldsOf(req)
    const { email, faults } = askedIn(fields)
    if (faults.length > 0) {
      await sendPublicPage(
        res,
        400,
        <LostLinkPage chrome={await chromes.of('fr')} form={{ action: LOST_LINK, values: fields, faults }} />,
      )
      return
    }
    await databaseAnswers(payload)
    const asked = { email, reference: textIn(fields, 'reference').replace(/[\s\u200b]/g, ''), client: clientOf(req) }
    afterwards(payload, 'a lost link', () => recoverLinks(payload, asked))
    res.redirect(303, `${LOST_LINK}?fait=envoye`)
  })
  return router
}

function askedIn(fields: Fields): { email: string; faults: Fault[] } {
  const email = textIn(fields, 'email').trim()
  if (email === '') return { email, faults: [{ path: 'email', ...EMPTY }] }
  const read = parseEmail(email)
  return 'fault' in read ? { email, faults: [{ path: 'email', ...read.fault }] } : { email: read.email, faults: [] }
}
