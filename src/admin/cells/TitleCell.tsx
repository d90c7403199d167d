import { Cell } from './Cell.tsx'
import { titleOf } from './titles.ts'
import { textIn, type CellProps } from './text.ts'

/** The record that a relationship names, by its title. */
export async function TitleCell(props: CellProps) {
  const { cellData, field, payload } = props
  const id = textIn(cellData)
  const collection = field.type === 'relationship' && typeof field.relationTo === 'string' ? field.relationTo : null
  const title = id === null || collection === null ? null : await titleOf(payload, collection, id)
  return (
    <Cell {...props} named>
      {title}
    </Cell>
  )
}
