import { expect, it } from 'vitest'
import { MAIL_TEMPLATES, MAILS } from '../mail/catalogue.ts'
import { MAIL_LABELS } from '../record/mail-labels.ts'

it('calls each e-mail as its template does', () => {
  const labels = Object.fromEntries(
    MAIL_TEMPLATES.map((template): [string, string] => [template, MAILS[template].label]),
  )
  expect(labels).toMatchObject(MAIL_LABELS)
  expect(Object.keys(MAIL_LABELS).length).toBeGreaterThan(20)
})
