'use client'
import { useSearchParams } from 'next/navigation.js'
import { LISTS } from './words.ts'

/** What of a list's address chooses its records. */
const CHOOSING = /^(?:where|search|on)(?:\[|$)/

type Props = {
  collection: string
  /** Whether there are lists for mailings beside the table. */
  mailings?: boolean
}

/** Links to the list as a file, with the filters that it is shown with. */
export function ExportLinks({ collection, mailings = false }: Props) {
  const chosen = [...useSearchParams()].filter(([name]) => CHOOSING.test(name))
  const to = (more: Record<string, string>) =>
    `/api/${collection}/export?${new URLSearchParams([...Object.entries(more), ...chosen]).toString()}`
  const links: [string, string][] = [
    [LISTS.xlsx, to({ format: 'xlsx' })],
    [LISTS.csv, to({ format: 'csv' })],
    ...(mailings
      ? ([
          [LISTS.labels, to({ format: 'xlsx', columns: 'labels' })],
          [LISTS.emails, to({ format: 'xlsx', columns: 'emails' })],
        ] satisfies [string, string][])
      : []),
  ]
  return (
    <p className="list-exports">
      <span>{LISTS.exports}&nbsp;:</span>
      {links.map(([label, href]) => (
        <a key={label} href={href} download>
          {label}
        </a>
      ))}
    </p>
  )
}
