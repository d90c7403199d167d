import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { heading, item, line, link, paragraph, quote, rule, text } from './lexical-factory.ts'
import { document, list, table, internalLink } from '../../tests/support/lexical.ts'
import { RichText, type ResolveLink } from './rich-text.tsx'

const html = (content: unknown, resolveLink?: ResolveLink) =>
  renderToStaticMarkup(<RichText content={content} resolveLink={resolveLink} />)

describe('the rich text of a page', () => {
  it('becomes plain HTML, its headings under the one of the page', () => {
    expect(
      html(
        document(
          heading('h1', text('Titre')),
          heading('h3', text('Sous-titre')),
          paragraph(
            text('Gras', 'bold'),
            text(' et '),
            text('les deux', 'bold', 'italic'),
            line(),
            text('code', 'code'),
          ),
          list('bullet', item(text('un')), item(list('number', item(text('dedans'))))),
          quote(text('Cité')),
          rule(),
        ),
      ),
    ).toBe(
      '<h2 id="titre">Titre</h2><h3 id="sous-titre">Sous-titre</h3><p><strong>Gras</strong> et <strong><em>les deux</em></strong><br/><code>code</code></p>' +
        '<ul><li>un<ol><li>dedans</li></ol></li></ul><blockquote><p>Cité</p></blockquote><hr/>',
    )
  })

  it('links to our documents by the address that the site gives them', () => {
    const content = document(paragraph(internalLink('pages', { id: '1', slug: 'nous' }, text('nous'))))
    expect(html(content, ({ relationTo }) => `/${relationTo}/nous`)).toBe('<p><a href="/pages/nous">nous</a></p>')
    expect(html(content, () => null)).toBe('<p>nous</p>')
    expect(html(content)).toBe('<p>nous</p>')
    expect(html(content, () => 'javascript:alert(1)')).toBe('<p>nous</p>')
  })

  it('shows a picture with its description and caption, another file as a link, and neither when the address is not safe', () => {
    const upload = (value: unknown, caption?: string) =>
      document({ type: 'upload', relationTo: 'media', value, fields: { caption } })
    expect(
      html(
        upload({ url: '/media/a.png', mimeType: 'image/png', alt: 'Une salle', width: 640, height: 480 }, 'La salle'),
      ),
    ).toBe(
      '<figure role="group" aria-label="La salle"><img src="/media/a.png" alt="Une salle" width="640" height="480" loading="lazy" decoding="async"/><figcaption>La salle</figcaption></figure>',
    )
    const sizes = {
      large: { url: '/media/a-640.webp', width: 640 },
      small: { url: '/media/a-480.webp', width: 480 },
      none: { url: null, width: null },
      evil: { url: 'javascript:alert(1)', width: 9 },
    }
    expect(
      html(upload({ url: '/media/a.png', mimeType: 'image/png', alt: '', width: 640, height: 480, sizes })),
    ).toContain(
      '<img src="/media/a-640.webp" srcSet="/media/a-480.webp 480w, /media/a-640.webp 640w" sizes="(min-width: 48rem) 46rem, 100vw" alt="" width="640" height="480"',
    )
    expect(html(upload({ url: '/media/a.pdf', mimeType: 'application/pdf', title: 'Rapport' }))).toBe(
      '<p><a href="/media/a.pdf" type="application/pdf">Rapport (PDF)</a></p>',
    )
    expect(html(upload({ url: 'javascript:alert(1)', mimeType: 'image/png', alt: 'x' }))).toBe('')
    expect(html(upload('identifiant'))).toBe('')
  })

  it('shows a table with its headings, in a frame that moves when it is too wide', () => {
    expect(html(document(table([[text('Année')], [text('Membres')]], [[text('2026')], [text('12', 'bold')]])))).toBe(
      '<div class="wide" role="region" aria-label="Tableau" tabindex="0"><table><thead><tr><th scope="col"><p>Année</p></th><th scope="col"><p>Membres</p></th></tr></thead>' +
        '<tbody><tr><td><p>2026</p></td><td><p><strong>12</strong></p></td></tr></tbody></table></div>',
    )
    expect(html(document(table()))).toBe('')
  })

  it('drops a node that it does not know and keeps its words', () => {
    expect(
      html(document({ type: 'accordion', children: [{ type: 'panel', children: [paragraph(text('cellule'))] }] })),
    ).toBe('<p>cellule</p>')
    expect(html(document(paragraph({ type: 'mention', children: [text('Anne')] }, text(' dit'))))).toBe(
      '<p>Anne dit</p>',
    )
    expect(html(document(text('hors paragraphe')))).toBe('<p>hors paragraphe</p>')
  })

  it('has headings that a link leads to, each name once, and none that the page uses itself', () => {
    expect(html(document(...['Nos idées', 'Nos idées', 'Contenu', '–'].map((each) => heading('h2', text(each)))))).toBe(
      '<h2 id="nos-idees">Nos idées</h2><h2>Nos idées</h2><h2>Contenu</h2><h2>–</h2>',
    )
  })

  it('shows what is typed as what it is', () => {
    expect(html(document(paragraph(text('<img src=x onerror=alert(1)>'))))).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;</p>',
    )
    for (const url of [
      'javascript:alert(1)',
      ' JaVascript:alert(1)',
      'data:text/html,x',
      'java\nscript:alert(1)',
      '//autre.example',
    ])
      expect(html(document(paragraph(link(url, text('mot')))))).toBe('<p>mot</p>')
    expect(html(document(heading('script', text('x')), { type: 'script', text: 'alert(1)' }))).toBe(
      '<h2 id="x">x</h2><p>alert(1)</p>',
    )
  })

  it('reads anything at all without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        html(value)
        html({ root: value })
        html({
          root: { children: [value, { type: 'list', children: [value] }, { type: 'paragraph', children: [value] }] },
        })
      }),
    )
  })

  it('cuts off what is nested beyond reason', () => {
    let deep: object = text('au fond')
    for (let level = 0; level < 50_000; level += 1) deep = { type: 'inconnu', children: [deep] }
    expect(html(document(deep, paragraph(text('en haut'))))).toBe('<p>en haut</p>')
  })
})
