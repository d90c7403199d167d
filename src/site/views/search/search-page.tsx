import type { ReactElement } from 'react'
import { fr } from '../../../content/typography.ts'
import type { Findings } from '../../search/find.ts'
import type { Piece } from '../../search/marked.ts'
import type { Chrome } from '../chrome.ts'
import { SEARCH } from '../../fixed-pages.ts'
import { Layout } from '../layout.tsx'
import { Notice } from '../notice.tsx'

const T = {
  title: 'Rechercher',
  label: 'Vos mots',
  submit: 'Rechercher',
  count: (count: number) => (count === 0 ? 'Rien ne correspond' : count === 1 ? 'Un résultat' : fr`${count} résultats`),
  none: fr`Essayez moins de mots, ou un mot plus général.`,
  instead: fr`Vouliez-vous dire :`,
  first: (shown: number) => fr`Voici les ${shown} premiers. Un mot de plus en laissera moins.`,
  cutShort: {
    title: 'Votre recherche est trop longue',
    text: fr`Nous n’en avons lu que le début. Quelques mots suffisent.`,
  },
} as const

type Props = {
  chrome: Chrome
  asked: string
  /** What was found; null where nothing was asked for. */
  findings: Findings | null
  /** More was asked for than was looked for. */
  isCutShort: boolean
}

/** The results of a search over everything public. */
export function SearchPage({ chrome, asked, findings, isCutShort }: Props): ReactElement {
  return (
    <Layout chrome={chrome} title={asked === '' ? T.title : `${T.title} « ${asked} »`} noindex>
      <div className="sheet">
        <header className="page-head">
          <h1>{T.title}</h1>
        </header>
        {isCutShort && (
          <Notice tone="warn" title={T.cutShort.title}>
            <p>{T.cutShort.text}</p>
          </Notice>
        )}
        <form role="search" aria-label={T.title} acceptCharset="utf-8">
          <div className="field">
            <label htmlFor="q">{T.label}</label>
            <input type="search" id="q" name="q" defaultValue={asked} maxLength={100} />
          </div>
          <p className="action">
            <button className="button">{T.submit}</button>
          </p>
        </form>
        {findings && <Results {...findings} />}
      </div>
    </Layout>
  )
}

function Results({ found, total, suggestion }: Findings): ReactElement {
  return (
    <section aria-labelledby="resultats">
      <h2 id="resultats">{T.count(total)}</h2>
      {total === 0 && suggestion && (
        <p>
          {T.instead} <a href={`${SEARCH}?q=${encodeURIComponent(suggestion)}`}>{suggestion}</a>
        </p>
      )}
      {total === 0 && <p>{T.none}</p>}
      {total > found.length && <p>{T.first(found.length)}</p>}
      {total > 0 && (
        <ul className="entries one" role="list">
          {found.map(({ href, title, kind, excerpt }) => (
            <li key={`${href} ${title.map(({ text }) => text).join('')}`}>
              <a href={href}>
                <Marked pieces={title} />
              </a>
              <p>
                {kind}
                {excerpt.length > 0 && ' – '}
                <Marked pieces={excerpt} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** A text with what was asked for marked. */
function Marked({ pieces }: { pieces: readonly Piece[] }): ReactElement {
  return <>{pieces.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}</>
}
