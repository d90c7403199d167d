import { formatDateTime } from '../../lib/dates.ts'
import { Cell } from './Cell.tsx'
import { textIn, type CellProps } from './text.ts'

/** A moment in full, Paris time. */
export function MomentCell(props: CellProps) {
  const at = textIn(props.cellData)
  return (
    <Cell {...props} named>
      {at ? formatDateTime(new Date(at)) : null}
    </Cell>
  )
}
