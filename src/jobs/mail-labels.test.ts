import { expect, it } from 'vitest'
import { MAIL_TEMPLATES, MAILS } from '../mail/catalogue.ts'
import { MAIL_LABELS } from '../record/mail-labels.ts'

it('calls each e-mail as its template does', () => {
  expect(MAIL_LABELS).toEqual(Object.fromEntries(MAIL_TEMPLATES.map((template) => [template, MAILS[template].label])))
})
