import type { ReactElement } from 'react'
import { charterHtml, type TopHeading } from '../../content/markdown.ts'
import { formatDay, type Day } from '../../lib/dates.ts'
import { CHARTER_TEXTS } from '../kinds/charter/texts.ts'

/** One version of the charter, as it was adopted. */
export type CharterVersion = {
  number: number
  /** The canonical text: Markdown, exactly the bytes whose digest follows. */
  markdown: string
  /** Hexadecimal SHA-256 of the canonical text. */
  sha256: string
  effectiveFrom: Day
  /** Whether the day from which the version is in force has not come yet. */
  isFuture?: boolean
}

/** « Entrée en vigueur le », or « Entre en vigueur le » for a version whose day has not come. */
export const effectiveLabel = ({ isFuture }: CharterVersion): string =>
  isFuture ? CHARTER_TEXTS.labelWillBe : CHARTER_TEXTS.labelEffective

/** The text of the charter as a document of its own within a page, from its canonical bytes. */
export function CharterDocument({
  charter,
  topHeading,
}: {
  charter: CharterVersion
  topHeading: TopHeading
}): ReactElement {
  return (
    <article
      className="charter"
      lang="fr"
      aria-label={`${CHARTER_TEXTS.title}, ${CHARTER_TEXTS.version(charter.number)}`}
    >
      <div className="charter-text" dangerouslySetInnerHTML={{ __html: charterHtml(charter.markdown, topHeading) }} />
      <footer>
        <p>
          {CHARTER_TEXTS.version(charter.number)}, {effectiveLabel(charter).toLowerCase()}{' '}
          {formatDay(charter.effectiveFrom)}.
        </p>
        <p>
          {CHARTER_TEXTS.labelDigest} <code>{charter.sha256}</code>
        </p>
      </footer>
    </article>
  )
}
