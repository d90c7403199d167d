import type { ReactElement } from 'react'
import { Mark } from '../../../content/mark.tsx'
import type { Chrome } from '../../views/chrome.ts'
import { Layout } from '../../views/layout.tsx'
import { LINK_LABELS, LINK_TEXTS, type LinkProblem, type LinkPurpose } from './link-texts.ts'

type Props = {
  chrome: Chrome
  purpose: LinkPurpose
  problem: LinkProblem
  lostLinkHref: string
}

/** A link that opens nothing: why, and what to do. */
export function LinkProblemPage({ chrome, purpose, problem, lostLinkHref }: Props): ReactElement {
  const text = LINK_TEXTS[purpose][problem]
  const isOver = purpose === 'follow-up' && problem === 'expired'
  return (
    <Layout chrome={chrome} title={text.title} noindex>
      <div className="dead-end">
        <Mark taken={0} className="empty-hall" />
        <h1>{text.title}</h1>
        <p className="lead">{text.text}</p>
        <h2>{LINK_LABELS.next}</h2>
        <ul>
          {text.next.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p className="action">
          <a className="button" href={isOver ? chrome.home : lostLinkHref}>
            {isOver ? LINK_LABELS.home : LINK_LABELS.ask}
          </a>
        </p>
      </div>
    </Layout>
  )
}
