import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import type { CellProps } from './text.ts'

type Props = Pick<CellProps, 'collectionSlug' | 'field' | 'link' | 'linkURL' | 'rowData'> & {
  /** Whether it needs its column's name where the columns are stacked, on a phone. */
  named?: boolean
  /** Null where nothing is known. */
  children: ReactNode
}

/** What a cell shows; in the first column it leads to the record. */
export function Cell({ children, collectionSlug, field, link, linkURL, named = false, rowData }: Props) {
  const shown = children ?? <span className="nothing-known">–</span>
  if (link) {
    return (
      <Link href={linkURL ?? `/admin/collections/${collectionSlug}/${String(rowData['id'])}`} prefetch={false}>
        {shown}
      </Link>
    )
  }
  const name = named && 'label' in field && typeof field.label === 'string' ? field.label : null
  return (
    <span>
      {name ? <span className="stacked-name">{`${name}\u00a0: `}</span> : null}
      {shown}
    </span>
  )
}
