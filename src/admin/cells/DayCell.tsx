import { formatDay, isDay } from '../../lib/dates.ts'
import { Cell } from './Cell.tsx'
import { textIn, type CellProps } from './text.ts'

/** A calendar day in full. */
export function DayCell(props: CellProps) {
  const day = textIn(props.cellData)
  return (
    <Cell {...props} named>
      {isDay(day) ? formatDay(day) : day}
    </Cell>
  )
}
