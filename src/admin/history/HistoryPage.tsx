import { Gutter } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { readerOf, type Reader } from '../reader.ts'

/** A tab of a record that shows what happened to it, to who may read the record; for everybody else there is no such page. */
export async function historyPage(
  { initPageResult: { docID, req } }: DocumentViewServerProps,
  read: (reader: Reader, id: string) => Promise<ReactNode | null>,
) {
  const reader = readerOf(req.payload, req)
  const shown = reader && docID !== undefined ? await read(reader, String(docID)) : null
  if (!shown) notFound()
  return <Gutter className="file-view">{shown}</Gutter>
}
