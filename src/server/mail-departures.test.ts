import { describe, expect, it } from 'vitest'
import { NOTICES } from '../adhesion/notices.ts'
import { MAIL_TEMPLATES } from '../mail/catalogue.ts'
import { renderPreviewIndex } from '../mail/preview-pages.tsx'
import { departuresOf, mailsInMarkdown } from './mail-departures.ts'

describe('the e-mails', () => {
  it.each(MAIL_TEMPLATES)('%s: when and to whom is said in French', (template) => {
    const departures = departuresOf(template)
    expect(departures.length).toBeGreaterThan(0)
    for (const { when, to } of departures) {
      expect(when).toMatch(/^\p{Lu}[^.]*\.$/u)
      expect(to).toMatch(/^\p{Ll}.*[^.]$/u)
    }
  })

  it('leave on the facts that the table names', () => {
    const table = Object.entries(NOTICES).map(([on, notices]) => [on, notices.map(({ template }) => template)])
    expect(Object.fromEntries(table)).toEqual({
      submitted: ['receipt', 'signature-link'],
      'link-resent': ['signature-link'],
      corrected: [
        'representative-changed',
        'signature-link',
        'follow-up-link',
        'corrected-on-behalf',
        'request-cancelled',
      ],
      'follow-up-asked': ['follow-up-link'],
      'new-signature-asked': ['signature-link', 'new-signature', 'request-cancelled'],
      'expiry-announced': ['expiry-notice', 'expiry-notice-contact'],
      signed: ['signed-copy', 'file-to-instruct'],
      'information-requested': ['information-request'],
      'information-reminded': ['information-reminder'],
      'information-answered': ['information-answered'],
      written: ['message-from-secretariat', 'message-from-applicant'],
      'erasure-asked': ['erasure-asked'],
      'request-cancelled': ['request-cancelled'],
      'put-to-bureau': ['ballot-opened'],
      'round-half-time': ['ballot-half-time'],
      'round-last-day': ['ballot-last-day'],
      referred: ['ballot-referred'],
      'session-recorded': ['session-to-confirm'],
      'session-record-cancelled': ['session-record-cancelled'],
      'session-record-disputed': ['session-record-disputed'],
      approved: ['validation', 'outcome-recorded'],
      rejected: ['outcome-recorded', 'outcome-recorded'],
      'refusal-notified': ['refusal'],
      'refusal-overdue': ['refusal-overdue'],
      withdrawn: ['withdrawn'],
      closed: ['closed', 'signature-declined'],
      reopened: ['reopened', 'signature-link'],
    })
  })

  it('are listed with when and to whom, for developers and in the documentation', () => {
    const index = renderPreviewIndex(departuresOf)
    expect(index).toContain('Demande refusée. → la personne qui préside')
    expect(mailsInMarkdown()).toContain('| Demande refusée. | la personne qui préside |')
    expect(mailsInMarkdown()).toContain(
      '| Adhésion validée. | le secrétariat | L’organisme est prévenu et son adhésion est inscrite. |',
    )
  })
})
