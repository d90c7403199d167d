import type { Fact } from './fact.ts'

/** What is known, line by line: a term and what it says. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="file-facts">
      {facts.map(({ label, value, href }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{href ? <a href={href}>{value}</a> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
