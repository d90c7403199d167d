import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charterHtml } from './markdown.ts'

const TAG = /<\/?(h[1-6]|p|ul|ol|li|strong|em|del|code|pre|blockquote|hr|br|a|table|thead|tbody|tr|th|td)\b[^<>]*>/g

/** What stands in a tag besides its name, for every tag of the HTML. */
const attributes = (html: string) =>
  (html.match(/<[^<>]*>/g) ?? [])
    .map((tag) =>
      tag
        .replace(/^<\/?\w+/, '')
        .replace(/>$/, '')
        .trim(),
    )
    .filter(Boolean)

describe('a charter shown from its canonical text', () => {
  it('has the headings, emphasis and lists of the text', () => {
    expect(charterHtml('# Charte\n\n**Qualité** et *écoute*\n\n1. signer\n2. participer\n')).toBe(
      '<h1>Charte</h1>\n<p><strong>Qualité</strong> et <em>écoute</em></p>\n<ol>\n<li>signer</li>\n<li>participer</li>\n</ol>\n',
    )
  })

  it('takes the heading level of the place where it is shown', () => {
    expect(charterHtml('# A\n\n###### B\n', 2)).toBe('<h2>A</h2>\n<h6>B</h6>\n')
    expect(charterHtml('# A\n', 3)).toBe('<h3>A</h3>\n')
  })

  it('links to web and e-mail addresses, and shows the words of every other link', () => {
    expect(charterHtml('[le site](https://exemple.fr/?a=1&b="2")')).toBe(
      '<p><a href="https://exemple.fr/?a=1&amp;b=&quot;2&quot;">le site</a></p>\n',
    )
    expect(charterHtml('[écrire](mailto:a@exemple.fr)')).toContain('href="mailto:a@exemple.fr"')
    for (const href of [
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'java&#10;script:alert(1)',
      'data:text/html,x',
      '//autre.example',
      '/charte',
      '#a',
      'javascript&colon;alert(1)',
      '&#x6A;avascript:alert(1)',
    ])
      expect(charterHtml(`[mot](${href}) et [mot][r]\n\n[r]: ${href}\n`)).not.toContain('<a')
    expect(charterHtml('<javascript:alert(1)>')).not.toContain('<a')
  })

  it('shows HTML as the text it is and a picture as its description', () => {
    expect(charterHtml('<script>alert(1)</script>\n')).toBe('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n')
    expect(charterHtml('a <img src=x onerror=alert(1)> b')).not.toContain('<img')
    expect(charterHtml('![vue <b>](https://exemple.fr/x.png "t")')).toBe('<p>vue &lt;b&gt;</p>\n')
    expect(charterHtml('- [ ] une case\n')).not.toContain('<input')
  })

  it('makes nothing but plain tags without behaviour, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<svg/onload=alert(1)>',
        '<!--',
        '-->',
        '<![CDATA[',
        '<a href="javascript:alert(1)">',
        '](javascript:alert(1))',
        '](https://a.fr"onmouseover="alert(1))',
        '[',
        '![',
        '`',
        '```',
        '```" onload="x',
        '**',
        '*',
        '_',
        '\n',
        '\n\n',
        '- ',
        '1. ',
        '> ',
        '|',
        '|-|\n',
        '    ',
        '\\',
        '&',
        '&lt;',
        '&#60;',
        '"',
        "'",
        '<',
        '>',
        '<https://a.fr',
        '[x]: javascript:alert(1) "',
        '<style>',
        ' style="x" ',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const html = charterHtml(pieces.join(''))
        expect(html.replace(TAG, '')).not.toMatch(/[<>]/)
        for (const each of attributes(html))
          expect(each).toMatch(
            /^(href="(https?:\/\/|mailto:)[^"]*"|start="\d+"|align="\w+"|class="language-[^"]*"|\/)$/i,
          )
      }),
      { numRuns: 500 },
    )
  })
})
