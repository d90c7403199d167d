import { Fragment, type ReactElement } from 'react'
import { formatDay } from '../../../lib/dates.ts'
import type { AdoptionRecord } from '../../../publications/adoption-record.ts'
import { Lines, type Fact } from '../../views/facts.tsx'
import { PUBLICATION_TEXTS } from './texts.ts'

const T = PUBLICATION_TEXTS.one

/** The facts of a publication's adoption: the bodies that adopted it and when, and the opinions of the scientific committee. */
export function factsOfAdoption({ adopted, opinions, withoutOpinion }: AdoptionRecord): Fact[] {
  return [
    ...(adopted.length > 0
      ? [
          {
            label: T.adopted,
            value: <Lines lines={adopted.map(({ body, day }) => T.adoptedBy(body, formatDay(day)))} />,
          },
        ]
      : []),
    ...(opinions.length > 0
      ? [
          {
            label: T.opinion,
            value: <Lines lines={opinions.map(({ opinion, day }) => T.given(T.opinions[opinion], formatDay(day)))} />,
          },
        ]
      : []),
    ...(withoutOpinion ? [{ label: T.opinion, value: T.without }] : []),
  ]
}

/** The comments that the scientific committee wrote with its opinions. */
export function Comments({ adoption: { opinions } }: { adoption: AdoptionRecord }): ReactElement | null {
  const said = opinions.filter(({ comments }) => comments !== null)
  if (said.length === 0) return null
  return (
    <section aria-labelledby="avis">
      <h2 id="avis">{T.opinion}</h2>
      {said.map(({ opinion, day, comments }, index) => (
        <Fragment key={index}>
          <h3>{T.comments(T.opinions[opinion], formatDay(day))}</h3>
          <p>
            <Lines lines={(comments ?? '').split(/\r?\n/)} />
          </p>
        </Fragment>
      ))}
    </section>
  )
}
