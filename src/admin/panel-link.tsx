import type { ServerProps } from 'payload'
import type { ReactNode } from 'react'
import { readerFor, type Reader } from './reader.ts'

type To = { title: string; path: string; mayRead: (reader: Reader) => boolean | Promise<boolean> }

/** A link of the panel's menu to a page of ours, for who may read that page; nothing for everybody else. */
export async function panelLink({ payload, user }: ServerProps, { title, path, mayRead }: To): Promise<ReactNode> {
  const reader = await readerFor(payload, user)
  if (!reader || !(await mayRead(reader))) return null
  return (
    <a className="nav__link" href={path}>
      <span className="nav__link-label">{title}</span>
    </a>
  )
}
