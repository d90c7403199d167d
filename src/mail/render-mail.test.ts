import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import { MAIL_TEMPLATES, MAILS, type MailData, type MailTemplate } from './catalogue.ts'
import { PREVIEWS } from './previews.ts'
import { renderMail } from './render-mail.tsx'

const publicUrl = 'https://cpof.example'

const linksOf = (template: MailTemplate): Record<string, string> =>
  Object.fromEntries(
    MAILS[template].links.map((name) => [
      name,
      `${publicUrl}/adhesion/${name}/Q2hhcnRlIHNpZ27DqWU_-0123456789abcdefghij`,
    ]),
  )

/** The sample of a template in which everything that an outsider typed reads like this. */
const withTyped = <Template extends MailTemplate>(template: Template, text: string): MailData[Template] => ({
  ...PREVIEWS[template],
  ...Object.fromEntries(MAILS[template].typed.map((field) => [field, text])),
})

const rendered = <Template extends MailTemplate>(template: Template, data: MailData[Template] = PREVIEWS[template]) =>
  renderMail(template, data, linksOf(template), { publicUrl })

const headingOf = <Template extends MailTemplate>(template: Template) => MAILS[template].heading(PREVIEWS[template])

const unescaped = (html: string) =>
  html
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const hrefs = (html: string) =>
  new Set([...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href]) => unescaped(href ?? '')))

/** The addresses that a mail client finds by itself in a plain text. */
async function foundInText(text: string): Promise<Set<string>> {
  const source = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}`
  const { textAsHtml = '' } = await simpleParser(source)
  return hrefs(textAsHtml)
}

const BAITS = [
  'http://piege.example/connexion',
  'www.piege.fr',
  'piege.com',
  'mailto:a@piege.fr',
  'ftp://piege.fr',
  'https:\\\\piege.fr',
  '<a href="https://piege.fr">Votre banque</a>',
  '"><img src=x onerror=alert(1)>',
  'Atelier\r\nBcc: tous@piege.fr',
  'cid:mark@cpof',
  '//piege.fr/chemin',
  'piege.fr:8080',
]
const hostile = fc.oneof(fc.webUrl(), fc.emailAddress(), fc.domain(), fc.string({ unit: 'binary', maxLength: 60 }))

describe.each(MAIL_TEMPLATES)('%s', (template) => {
  it('says the same in HTML and in plain text, and gives each of its links in both', async () => {
    const { subject, html, text } = await rendered(template)
    expect(subject).toMatch(/^\p{L}/u)
    expect(html).toMatch(/^<!DOCTYPE html/i)
    expect(html).toContain('lang="fr"')
    for (const link of Object.values(linksOf(template))) {
      expect(hrefs(html)).toContain(link)
      expect(text.split('\n')).toContain(link)
    }
    const heading = headingOf(template)
    expect(unescaped(html)).toContain(heading)
    expect(text.split('\n')).toContain(heading)
    expect(`${html}${text}${subject}`).not.toMatch(/undefined|\[object|NaN|Invalid/)
  })

  it('is set as French is printed', async () => {
    const { subject, text } = await rendered(template)
    const words = `${subject}\n${text}`.replace(/https?:\S+/g, '')
    expect(words).not.toMatch(/[^\u00a0\u202f\n][;:!?»](\s|$)|«[^\u00a0\u202f]|'|\.\.\./)
    expect(text).not.toMatch(/\n{4}| +\n/)
  })

  it('puts nothing that an outsider typed in its subject, nor makes a link of it', async () => {
    const plain = await rendered(template)
    const allowedInHtml = hrefs(plain.html)
    const allowedInText = await foundInText(plain.text)
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const mail = await rendered(template, withTyped(template, text))
        expect(mail.subject).toBe(plain.subject)
        expect(hrefs(mail.html)).toEqual(allowedInHtml)
        expect(await foundInText(mail.text)).toEqual(allowedInText)
        expect(mail.html.match(/<(img|script|a|iframe|form)\b/gi)).toEqual(
          plain.html.match(/<(img|script|a|iframe|form)\b/gi),
        )
      }),
      { numRuns: 25, examples: BAITS.map((bait) => [bait]) },
    )
  })
})

it('escapes what was typed, and shows it as it was typed', async () => {
  const { html, text } = await rendered('receipt', withTyped('receipt', 'L’Œuvre <b>& Fils'))
  expect(html).toContain('L’Œuvre &lt;b&gt;&amp; Fils')
  expect(text).toContain('L’Œuvre <b>& Fils')
})

it('quotes a refusal faithfully, with its paragraphs, lines and spaces', async () => {
  const words = 'Madame,\n\nLe Bureau :\n  – a lu ;\n  – a voté.\n\nVoir  https://cpof.example/charte'
  const { html, text } = await rendered('refusal', { ...PREVIEWS.refusal, text: words.replaceAll('\n', '\r\n') })
  expect(text).toContain(`\n${words}\n`)
  const quoted = html.slice(html.indexOf('border-left'), html.indexOf('Référence'))
  expect(quoted.match(/<p\b/g)).toHaveLength(4)
  expect(quoted.match(/<br\/?>/g)).toHaveLength(2)
  expect(quoted).toContain('  – a lu ;')
})

it('tells who is alerted what to do where nobody may write a refusal', async () => {
  const { text } = await rendered('refusal-overdue', { ...PREVIEWS['refusal-overdue'], nobodyPresides: true })
  expect(text).toContain('enregistrez son mandat')
  expect((await rendered('refusal-overdue')).text).not.toContain('enregistrez son mandat')
})

it('refuses to leave without one of its links, or with one that leads elsewhere', async () => {
  await expect(renderMail('signature-link', PREVIEWS['signature-link'], {}, { publicUrl })).rejects.toThrow(
    '“sign” was not given',
  )
  for (const sign of ['https://cpof.example.piege.fr/a', 'javascript:alert(1)', '/adhesion', 'http://cpof.example/a']) {
    await expect(renderMail('signature-link', PREVIEWS['signature-link'], { sign }, { publicUrl })).rejects.toThrow(
      'does not lead to the site',
    )
  }
})

it('loads nothing from afar', async () => {
  for (const template of MAIL_TEMPLATES) {
    const { html } = await rendered(template)
    expect([...html.matchAll(/\b(?:src|background)="([^"]*)"/g)].map(([, source]) => source)).toEqual(['cid:mark@cpof'])
    expect(html).not.toMatch(/url\(|@import|<link\b|<script\b/i)
  }
})

describe('who signs', () => {
  const secretariat = { email: 'secretariat@cpof.example', phone: '01 23 45 67 89' }

  it('is the secretariat, which has the answers, by its address in both parts', async () => {
    const mail = await renderMail('receipt', PREVIEWS.receipt, linksOf('receipt'), { publicUrl, secretariat })
    expect(mail.replyTo).toBe(secretariat.email)
    for (const part of [mail.html, mail.text]) {
      expect(part).toContain('Le secrétariat de la CPOF')
      expect(part).toContain(secretariat.email)
      expect(part).toContain(secretariat.phone)
    }
  })

  it('has no answers that go to somebody else, and is nobody while nothing is said of it', async () => {
    const sent = await renderMail('visitor-message', PREVIEWS['visitor-message'], {}, { publicUrl, secretariat })
    expect(sent.replyTo).toBe(PREVIEWS['visitor-message'].email)
    const alone = await rendered('receipt')
    expect(alone).not.toHaveProperty('replyTo')
    expect(alone.text).not.toContain('Le secrétariat de la CPOF')
  })
})
