import { Fragment, type ReactElement, type ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Facts beside their names. */
export function Facts({ facts, className = 'facts' }: { facts: readonly Fact[]; className?: string }): ReactElement {
  return (
    <dl className={className}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A file's reference, never cut in two by the end of a line. */
export function Reference({ children }: { children: string }): ReactElement {
  return <span className="reference">{children}</span>
}

/** The lines of an address, or of any text whose line breaks count. */
export function Lines({ lines }: { lines: readonly string[] }): ReactElement {
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  )
}

/** A web address as a link to it, without what every address begins and ends with. */
export function WebAddress({ href, rel = 'noopener' }: { href: string; rel?: string }): ReactElement {
  return (
    <a href={href} rel={rel}>
      {href.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </a>
  )
}
