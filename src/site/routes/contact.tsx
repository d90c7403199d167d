import type { Router, Response } from 'express'
import { readVisitorMessage } from '../../contact/read-visitor-message.ts'
import { writeToSecretariat } from '../../contact/write-to-secretariat.ts'
import { settingsOf } from '../../lib/settings.ts'
import { clientOf } from '../client.ts'
import { exactRouter } from '../exact-router.ts'
import { fieldsOf, textIn, type Fields } from '../fields.ts'
import { OPENED_AT } from '../form-age.ts'
import { problemOf, stampOf } from '../open-form.ts'
import { refusalFor, refusalIn, setRetryAfter } from '../refusal.ts'
import type { Site } from '../site.ts'
import { CONTACT } from '../fixed-pages.ts'
import { sendPublicPage } from '../kept/answer.ts'
import { CONTACT_FIELDS, ContactPage, ContactSentPage } from '../views/contact/contact-page.tsx'
import type { FormState } from '../views/form/form-state.ts'

/** The form by which anybody, the press too, writes to the secretariat. */
export function contactRoutes(site: Site): Router {
  const { payload, chromes } = site
  const router = exactRouter()

  router.get(CONTACT, async (req, res) => {
    res.set('Cache-Control', 'no-store')
    if (req.query['fait'] === 'envoye')
      await sendPublicPage(res, 200, <ContactSentPage chrome={await chromes.of('fr', CONTACT)} homeHref="/" />)
    else await sendForm(site, res, {})
  })

  router.post(CONTACT, async (req, res) => {
    res.set('Cache-Control', 'no-store')
    const fields = fieldsOf(req)
    const problem = problemOf(site, 'contact', fields)
    if (problem !== null) {
      await sendForm(site, res, { status: 400, fields, problem })
      return
    }
    const read = readVisitorMessage(Object.fromEntries(CONTACT_FIELDS.map(({ path }) => [path, textIn(fields, path)])))
    if (!read.ok) {
      await sendForm(site, res, { status: 400, fields, issues: read.issues })
      return
    }
    try {
      await writeToSecretariat(payload, {
        message: read.value,
        form: textIn(fields, OPENED_AT),
        client: clientOf(req),
      })
      res.redirect(303, `${CONTACT}?fait=envoye`)
    } catch (error) {
      const refusal = refusalIn(error)
      setRetryAfter(res, refusal)
      await sendForm(site, res, { ...refusalFor(refusal, 'awaiting-signature'), fields })
    }
  })
  return router
}

type Shown = Pick<FormState, 'issues' | 'problem'> & { status?: number; fields?: Fields }

async function sendForm(
  site: Site,
  res: Response,
  { status = 200, fields = {}, issues, problem }: Shown,
): Promise<void> {
  const { PUBLIC_URL } = settingsOf(site.payload)
  await sendPublicPage(
    res,
    status,
    <ContactPage
      chrome={await site.chromes.of('fr', CONTACT)}
      canonical={PUBLIC_URL + CONTACT}
      form={{
        action: CONTACT,
        hidden: stampOf(site, 'contact'),
        values: fields,
        ...(issues ? { issues } : {}),
        problem,
      }}
    />,
  )
}
