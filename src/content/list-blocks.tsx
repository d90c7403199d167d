import type { ReactElement } from 'react'
import type { CommitmentsBlock, QuestionsBlock } from './page-block.ts'
import { RichText, type ResolveLink } from './rich-text.tsx'

/** Questions whose answers open one by one, without a script; printed, all of them are open. */
export function Questions({
  title,
  items,
  resolveLink,
  named,
}: QuestionsBlock & { resolveLink: ResolveLink | undefined; named: Set<string> }): ReactElement {
  return (
    <section className="questions">
      {title && <h2>{title}</h2>}
      {(items ?? []).map(({ question, answer }, index) =>
        question ? (
          <details key={index}>
            <summary>{question}</summary>
            <div className="prose">
              <RichText content={answer} resolveLink={resolveLink} named={named} />
            </div>
          </details>
        ) : null,
      )}
    </section>
  )
}

/** The block of commitments of the association or its members, numbered to be referred to. */
export function Commitments({ title, lead, items }: CommitmentsBlock): ReactElement {
  return (
    <section className="commitments">
      {title && <h2>{title}</h2>}
      {lead && <p className="lead">{lead}</p>}
      <ol>
        {(items ?? []).map((item, index) => (
          <li key={index}>
            {item.title && <h3>{item.title}</h3>}
            {item.text && <p>{item.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
