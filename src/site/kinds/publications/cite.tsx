import type { ReactElement } from 'react'
import { formatDay, type Day } from '../../../lib/dates.ts'
import { Facts } from '../../views/facts.tsx'
import { PUBLICATION_TEXTS } from './texts.ts'

type Named = { number: number; day: Day; href: string }

/** The reference by which an edition is cited; addresses are whole. */
export type Citation = Named & {
  /** SHA-256 of its content, in hexadecimal. */
  sha256: string
  isNewest: boolean
  /** The other editions of the publication, the newest first. */
  others: readonly Named[]
}

const T = PUBLICATION_TEXTS.one

/** How to cite what is read, for good. */
export function Cite({
  title,
  edition: { number, day, href, sha256, others },
}: {
  title: string
  edition: Citation
}): ReactElement {
  return (
    <section aria-labelledby="citer">
      <h2 id="citer">{T.cite}</h2>
      <p>{T.citation(title, number, formatDay(day))}</p>
      <Facts
        facts={[
          { label: T.permanent, value: <a href={href}>{href}</a> },
          { label: T.digest, value: <code>{sha256}</code> },
        ]}
      />
      {others.length > 0 && (
        <>
          <h3>{T.others}</h3>
          <ul>
            {others.map((each) => (
              <li key={each.number}>
                <a href={each.href}>{T.version(each.number, formatDay(each.day))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
