import type { ReactElement } from 'react'
import { Mark } from '../../../content/mark.tsx'
import { Lines } from '../facts.tsx'
import type { Chrome } from '../chrome.ts'
import { CHROME_TEXTS, NAME } from '../texts.ts'
import { Links } from './links.tsx'

/** The foot of a page, by which the association signs it: who and where it is, how it is reached, who founded it. */
export function Colophon({ chrome }: { chrome: Chrome }): ReactElement {
  const { lang, footer, about, founders, publisher } = chrome
  const texts = CHROME_TEXTS[lang]
  return (
    <footer className="colophon">
      <div>
        <Mark />
        <p>
          <strong lang="fr">{NAME}</strong>
          <span>{texts.association}</span>
        </p>
        <Publisher publisher={publisher} lang={lang} />
      </div>
      {about.length > 0 && (
        <nav aria-labelledby="pied-association">
          <h2 id="pied-association">{texts.about}</h2>
          <Links links={about} />
        </nav>
      )}
      {footer.length > 0 && (
        <nav aria-labelledby="pied-site">
          <h2 id="pied-site">{texts.footer}</h2>
          <Links links={footer} />
        </nav>
      )}
      {founders.length > 0 && (
        <nav className="founders" lang="fr" aria-labelledby="pied-fondateurs">
          <h2 id="pied-fondateurs" lang={lang}>
            {texts.founders}
          </h2>
          <Links links={founders} />
        </nav>
      )}
    </footer>
  )
}

function Publisher({ publisher, lang }: { publisher: Chrome['publisher']; lang: Chrome['lang'] }): ReactElement | null {
  const { legalName, rna, siren, seat, email, phone } = publisher
  const texts = CHROME_TEXTS[lang]
  const numbers = [rna && `RNA ${rna}`, siren && `SIREN ${siren}`].filter(Boolean).join(' – ')
  if (![legalName, numbers, seat, email, phone].some(Boolean)) return null
  return (
    <address lang="fr">
      {(legalName || seat) && (
        <p>
          <Lines lines={[legalName, ...(seat ?? '').split(/\r?\n/)].filter((line): line is string => Boolean(line))} />
        </p>
      )}
      {numbers && (
        <p>
          <span lang={lang}>{texts.statutes}</span>
          {numbers}
        </p>
      )}
      {(email || phone) && (
        <p className="reach">
          {email && <a href={`mailto:${email}`}>{email}</a>}
          {phone && <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>}
        </p>
      )}
    </address>
  )
}
