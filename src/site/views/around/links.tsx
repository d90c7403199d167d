import type { ReactElement } from 'react'
import type { NavLink } from '../chrome.ts'

/** A list of links, with the one that leads to the present page marked. */
export function Links({ links }: { links: readonly NavLink[] }): ReactElement {
  return (
    <ul>
      {links.map(({ href, label, current }) => (
        <li key={href}>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  )
}
