import type { ReactElement } from 'react'
import { fr } from '../../../content/typography.ts'
import type { Found } from '../../search/find.ts'
import type { Chrome } from '../chrome.ts'
import { Layout } from '../layout.tsx'

const T = {
  title: 'Rechercher',
  label: 'Vos mots',
  submit: 'Rechercher',
  count: (count: number) => (count === 0 ? 'Rien ne correspond' : count === 1 ? 'Un résultat' : fr`${count} résultats`),
  none: fr`Essayez moins de mots, ou un mot plus général.`,
} as const

/** The results of a search over everything public. */
export function SearchPage({
  chrome,
  asked,
  found,
}: {
  chrome: Chrome
  asked: string
  found: readonly Found[]
}): ReactElement {
  return (
    <Layout chrome={chrome} title={asked === '' ? T.title : `${T.title} « ${asked} »`} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
        </header>
        <form role="search" aria-label={T.title} acceptCharset="utf-8">
          <div className="field">
            <label htmlFor="q">{T.label}</label>
            <input type="search" id="q" name="q" defaultValue={asked} maxLength={100} />
          </div>
          <p className="action">
            <button className="button">{T.submit}</button>
          </p>
        </form>
        {asked !== '' && (
          <section aria-labelledby="resultats">
            <h2 id="resultats">{T.count(found.length)}</h2>
            {found.length === 0 ? (
              <p>{T.none}</p>
            ) : (
              <ul className="entries one" role="list">
                {found.map(({ href, title, kind, excerpt }) => (
                  <li key={`${href} ${title}`}>
                    <a href={href}>{title}</a>
                    <p>
                      {kind}
                      {excerpt && ` – ${excerpt}`}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
    </Layout>
  )
}
