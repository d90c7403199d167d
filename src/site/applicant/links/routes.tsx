import type { Router } from 'express'
import { recoverLinks } from '../../../adhesion/links/lost-link.ts'
import { databaseAnswers } from '../../../db/database-answers.ts'
import { fields } from '../../../input/fields.ts'
import { read } from '../../../input/read.ts'
import { afterwards } from '../../../lib/afterwards.ts'
import { email } from '../../../organisation/email-field.ts'
import { clientOf } from '../../client.ts'
import { LOST_LINK } from '../../fixed-pages.ts'
import { exactRouter } from '../../exact-router.ts'
import { fieldsOf, textIn } from '../../fields.ts'
import type { Site } from '../../site.ts'
import { sendPublicPage } from '../../kept/answer.ts'
import { LostLinkPage, LostLinkSentPage } from './lost-link-page.tsx'

const ASKED = fields({ email: email() })

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
    const sent = fieldsOf(req)
    const reading = read(ASKED, { email: textIn(sent, 'email') })
    if (!reading.ok) {
      await sendPublicPage(
        res,
        400,
        <LostLinkPage
          chrome={await chromes.of('fr')}
          form={{ action: LOST_LINK, values: sent, issues: reading.issues }}
        />,
      )
      return
    }
    await databaseAnswers(payload)
    const asked = {
      ...reading.value,
      reference: textIn(sent, 'reference').replace(/[\s\u200b]/g, ''),
      client: clientOf(req),
    }
    afterwards(payload, 'a lost link', () => recoverLinks(payload, asked))
    res.redirect(303, `${LOST_LINK}?fait=envoye`)
  })
  return router
}
