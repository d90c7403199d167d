import type { DocumentViewServerProps } from 'payload'
import { asReader } from '../reader.ts'
import { historyPage } from './HistoryPage.tsx'
import { Lines } from './Lines.tsx'
import { mandateLines } from './mandate-lines.ts'
import { HISTORY } from './words.ts'

/** The mandates of a person over time. */
export function PersonMandates(props: DocumentViewServerProps) {
  return historyPage(props, async (reader, id) => {
    const person = await reader.payload.findByID({ collection: 'people', id, ...asReader(reader), disableErrors: true })
    if (!person) return null
    const lines = await mandateLines(reader, { person: { equals: id } }, 'body')
    return <Lines title={HISTORY.ofPerson} nothing={HISTORY.noneOfPerson} lines={lines} />
  })
}
