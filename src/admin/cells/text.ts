import type { ClientField, DefaultServerCellComponentProps } from 'payload'

type Given = DefaultServerCellComponentProps<ClientField, unknown>

/** What Payload hands to a cell that the server renders; such a cell has its words at once, without a loading text. */
export type CellProps = Omit<Given, 'rowData'> & { rowData: Readonly<Record<string, unknown>> }

/** The text of a cell, or null. */
export const textIn = (cellData: unknown): string | null =>
  typeof cellData === 'string' && cellData !== '' ? cellData : null
