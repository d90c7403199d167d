import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { COLOURS, FONT } from './theme.ts'

/**
 * The policy under which pages that show e-mails are to be served: e-mails carry their styles inline and
 * their mark as `data:`, and a frame made from `srcdoc` lives under the page's policy.
 */
export const MAIL_PAGE_CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const STYLES = `
:root { color-scheme: light dark; --ink: ${COLOURS.ink}; --quiet: ${COLOURS.quiet}; --paper: ${COLOURS.paper}; --accent: ${COLOURS.accent}; --line: ${COLOURS.line}; --mark: ${COLOURS.ochre}; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3efe4; --quiet: #c3cfcc; --paper: #10211f; --accent: #8fd6cf; --line: #37514e; } }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; padding: 20px; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 ${FONT}; }
main { max-inline-size: 60rem; margin-inline: auto; }
h1 { margin: 20px 0 12px; font-size: 1.75rem; line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 32px 0 8px; font-size: 1.25rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
p { margin: 0 0 12px; max-inline-size: 40rem; }
.quiet { color: var(--quiet); font-size: 1rem; }
dl { margin: 0 0 20px; display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 4px 20px; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
ol, ul { margin: 0 0 20px; padding: 0; list-style: none; border-block-end: 1px solid var(--line); }
li { padding: 12px 0; border-block-start: 1px solid var(--line); overflow-wrap: anywhere; }
li a { font-weight: 700; }
iframe { display: block; inline-size: 100%; block-size: 75vh; min-block-size: 28rem; border: 1px solid var(--line); border-radius: 2px; background: #fff; resize: vertical; }
pre { margin: 0; padding: 20px; border: 1px solid var(--line); border-radius: 2px; white-space: pre-wrap; overflow-wrap: anywhere; font: 1rem/1.6 ui-monospace, Consolas, Menlo, monospace; }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-block-end: 8px; } }
`

/** A plain page about e-mails, as an HTML document that needs no script. */
export function mailDocument(title: string, content: ReactNode): string {
  const page = (
    <html lang="fr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – CPOF`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLES }} />
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>
  )
  return `<!doctype html>${renderToStaticMarkup(page)}`
}

/** An e-mail's HTML as its reader sees it: in a frame where no script runs, whose links lead the whole window away. */
export function MailFrame({ html }: { html: string }) {
  const base = '<base target="_top">'
  const led = html.replaceAll('target="_blank"', 'target="_top"')
  return (
    <iframe
      title="Contenu du courriel"
      sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
      referrerPolicy="no-referrer"
      srcDoc={/<head[^>]*>/i.test(led) ? led.replace(/<head[^>]*>/i, (head) => head + base) : base + led}
    />
  )
}
