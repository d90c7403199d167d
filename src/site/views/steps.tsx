import type { ReactElement } from 'react'

/** Steps in the order in which they are taken, numbered, under a heading of the second level. */
export function Steps({
  title,
  steps,
}: {
  title: string
  steps: readonly { title: string; text: string }[]
}): ReactElement {
  return (
    <section className="joining">
      <h2>{title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.title}>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
