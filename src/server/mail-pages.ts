import type { Router, Response } from 'express'
import type { Env } from '../env.ts'
import { isMailTemplate } from '../mail/catalogue.ts'
import { renderPreview, renderPreviewIndex } from '../mail/preview-pages.tsx'
import { listMails, readMail } from '../mailbox/store.ts'
import { mailboxPage, mailPage } from '../mailbox/pages.tsx'
import { MAIL_PAGE_CSP as MAILBOX_CSP } from '../mail/page.tsx'
import { exactRouter } from '../site/exact-router.ts'
import { departuresOf } from './mail-departures.ts'
import { mailboxFolder } from './outgoing.ts'

/**
 * Outside production: what the demo's own mail server received (`/courriels`), and one preview of each e-mail
 * for developers (`/dev/courriels`).
 */
export function mailPages(env: Env): Router {
  const router = exactRouter()
  if (env.APP_MODE === 'production') return router
  const folder = mailboxFolder(env)
  const show = (res: Response, html: string) => {
    res
      .set({
        'Content-Security-Policy': MAILBOX_CSP,
        'Cache-Control': 'no-store',
        'X-Robots-Tag': 'noindex',
        'Referrer-Policy': 'no-referrer',
      })
      .type('html')
      .send(html)
  }
  router.get('/dev/courriels', (_req, res) => show(res, renderPreviewIndex(departuresOf)))
  router.get('/dev/courriels/:template', async (req, res, next) => {
    const { template } = req.params
    if (isMailTemplate(template)) show(res, await renderPreview(template, departuresOf(template)))
    else next()
  })
  if (env.SMTP_URL) return router
  router.get('/courriels', async (_req, res) => show(res, mailboxPage(await listMails(folder))))
  router.get('/courriels/:id', async (req, res, next) => {
    const mail = await readMail(folder, req.params.id)
    if (mail) show(res, mailPage(mail))
    else next()
  })
  router.get('/courriels/:id/pieces/:index', async (req, res, next) => {
    const mail = await readMail(folder, req.params.id)
    const attachment = mail?.attachments[Number(req.params.index)]
    if (!attachment) return next()
    res.attachment(attachment.filename).type('application/octet-stream').send(attachment.content)
  })
  return router
}
