import { describe, expect, it } from 'vitest'
import { STATES } from '../../adhesion/lifecycle/states.ts'
import { FollowUpPage } from '../applicant/follow-up/follow-up-page.tsx'
import { SignaturePage } from '../applicant/signature/signature-page.tsx'
import { ErrorPage } from './public/error-page.tsx'
import { renderPage } from './render.ts'
import { chromeOf } from '../../../tests/support/views/sample-data.ts'
import { samples } from '../../../tests/support/views/samples.tsx'

const assets = { stylesheet: '/assets/site.css', font: '/assets/font.woff2', icon: '/assets/favicon.svg' }
const pages = Object.entries(samples(assets)).map(([name, view]) => [name, renderPage(view)] as const)

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '')
const tags = (html: string, name: string) => html.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

describe.each(pages)('the page « %s »', (_name, html) => {
  it('runs no script and sets no style of its own, as the policy of the site demands', () => {
    expect(html).not.toMatch(/<(script(?! type="application\/ld\+json">)|style|iframe|object|embed|base)\b/i)
    expect(html).not.toMatch(/<[^>]*\s(style|on\w+)=/i)
    expect(html).not.toMatch(/(href|src|action)="(?!\/|#|https:\/\/|mailto:|tel:|correction"|representant"|retrait")/)
  })

  it('is a whole document in its language with a title, one first heading and no level left out', () => {
    expect(html).toMatch(/^<!doctype html><html lang="(fr|en)">/)
    expect(all(html, /<title>([^<]+)<\/title>/g)).toHaveLength(1)
    const levels = all(html, /<h([1-6])\b/g).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    const inOrder = levels.slice(levels.indexOf(1))
    inOrder.forEach((level, index) => expect(level - (inOrder[index - 1] ?? 0)).toBeLessThanOrEqual(1))
  })

  it('gives every id once, and refers only to ids that are there', () => {
    const ids = all(html, /\sid="([^"]*)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const references = [
      ...all(html, /\s(?:for|href)="#?([^"]*)"/g).filter((each) => html.includes(`="#${each}"`)),
      ...all(html, /\saria-(?:describedby|labelledby)="([^"]*)"/g).flatMap((each) => each.split(' ')),
      ...all(html, /<label for="([^"]*)"/g),
    ]
    for (const reference of references) expect(ids).toContain(reference)
  })

  it('names every field by a label, and says beside the field what is wrong with it', () => {
    const fields = [...tags(html, 'input'), ...tags(html, 'textarea'), ...tags(html, 'select')].filter(
      (tag) => attribute(tag, 'type') !== 'hidden',
    )
    const wrapped = all(html, /<label class="option">(<input[^>]*>)/g)
    const labelled = all(html, /<label for="([^"]*)"/g)
    for (const field of fields)
      expect(wrapped.includes(field) || labelled.includes(attribute(field, 'id') ?? '')).toBe(true)
    for (const field of fields.filter((each) => attribute(each, 'aria-invalid'))) {
      expect(attribute(field, 'aria-describedby')).toContain('-erreur')
    }
  })

  it('sends its forms by POST', () => {
    for (const form of tags(html, 'form')) expect(attribute(form, 'method')).toBe('post')
  })

  it('sets its French punctuation with no-break spaces and the typographic apostrophe', () => {
    if (!html.includes('<html lang="fr">')) return
    const words = html.replace(/<textarea[\s\S]*?<\/textarea>|<[^>]*>/g, '|')
    expect(words).not.toMatch(/ [;:!?»%]|« /)
    expect(words).not.toMatch(/\p{L}(?:'|&#x27;)\p{L}/u)
  })
})

describe('a form that comes back with mistakes', () => {
  const html = new Map(pages).get('signature-wrong') ?? ''

  it('says so in its title and leads from the summary to each field', () => {
    expect(html).toContain('<title>Erreur\u00a0: Signer la charte')
    expect(html).toContain('href="#champ-fullName"')
    expect(html).toContain('href="#champ-accept"')
  })

  it('keeps what was typed and the hidden fields', () => {
    expect(html).toMatch(/<input[^>]*value="C. Le"[^>]*>/)
    expect(html).toContain('<input type="hidden" name="shown" value="heure-signee"/>')
  })

  it('tells what belongs to no field as well', () => {
    expect(new Map(pages).get('correction-wrong')).toContain('<li>Ce champ n’existe pas.</li>')
  })
})

describe('what strangers typed', () => {
  const chrome = chromeOf(assets)

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    '</title><script>alert(1)</script>',
    '</textarea><script>alert(1)</script>',
    '<!--',
    '&lt;b&gt;',
    '[mot](javascript:alert(1))',
    'a\u0000b\u2028c',
  ])('is shown as text everywhere: %j', (typed) => {
    const representative = { name: typed, function: typed, capacity: 'delegated' as const }
    const applicant = {
      reference: typed,
      kind: 'member' as const,
      organisationName: typed,
      identifiers: [{ label: 'SIRET', value: typed }],
      addressLines: [typed],
      representative,
    }
    const charter = { number: 1, markdown: typed, sha256: 'a'.repeat(64), effectiveFrom: '2026-01-01' }
    const form = { action: '/x', hidden: { shown: typed }, values: { fullName: typed, answer: typed }, problem: typed }
    const file = {
      reference: typed,
      kind: 'member' as const,
      organisationName: typed,
      state: 'needs-information' as const,
      representative: { name: typed, email: typed },
      refusal: typed,
    }
    const request = {
      question: typed,
      askedAt: new Date(0),
      deadline: '2026-01-01',
      form,
      limits: { count: 1, megabytes: 1, kinds: 'PDF', accept: 'application/pdf' },
    }
    const hostilePages = [
      renderPage(
        <SignaturePage
          chrome={chrome}
          applicant={applicant}
          charter={charter}
          consentSentence={typed}
          form={form}
          declineHref="#"
        />,
      ),
      renderPage(
        <FollowUpPage
          chrome={chrome}
          file={file}
          history={[{ at: new Date(0), sentence: typed }]}
          request={request}
          actions={{}}
        />,
      ),
      renderPage(<ErrorPage chrome={chrome} status={404} requestId={typed} />),
    ]
    for (const html of hostilePages) {
      expect(html).not.toMatch(/<(script|img|b)\b|<!--|href="javascript/)
      const names = (html.match(/<(?:[^"<>]|"[^"]*")*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, ''))
      expect(names.filter((tag) => /\son\w+=/.test(tag))).toEqual([])
    }
  })
})

describe('the follow-up of an application', () => {
  const chrome = chromeOf(assets)
  const file = {
    reference: 'CPOF-2026-000001',
    kind: 'partner' as const,
    organisationName: 'Atelier',
    representative: { name: 'Anne Roy', email: 'anne@atelier.example' },
  }

  it.each(STATES)('says in every state what is going on and whose turn it is (%s)', (state) => {
    const html = renderPage(<FollowUpPage chrome={chrome} file={{ ...file, state }} history={[]} actions={{}} />)
    expect(html).toMatch(
      /<p class="turn \w+">[^<]{5,}<\/p><h2>[^<]{10,}<\/h2><p>[^<]{10,}<\/p><p><strong>[^<]{10,}<\/strong>/,
    )
    expect(html).not.toContain('undefined')
  })

  it('does not tell a session apart from a vote before the refusal is notified', () => {
    const [voting, session] = (['before-bureau', 'referred'] as const).map((state) =>
      renderPage(<FollowUpPage chrome={chrome} file={{ ...file, state }} history={[]} actions={{}} />),
    )
    expect(session).toBe(voting)
  })

  it('offers only what is open now', () => {
    const html = renderPage(
      <FollowUpPage chrome={chrome} file={{ ...file, state: 'validated' }} history={[]} actions={{}} />,
    )
    expect(html).not.toMatch(/<form|<button|Ce que vous pouvez faire/)
  })
})
