import { isEnded, isState } from '../../adhesion/lifecycle/states.ts'
import { now } from '../../lib/clock.ts'
import { formatDay } from '../../lib/dates.ts'
import { since } from '../adhesion/since.ts'
import { Cell } from './Cell.tsx'
import { textIn, type CellProps } from './text.ts'

/** How long a file has waited in its state; for an ended one, the day on which it ended. */
export function AgeCell(props: CellProps) {
  const entered = textIn(props.cellData)
  if (!entered) return <Cell {...props}>{null}</Cell>
  const status: unknown = props.rowData['status']
  const day = formatDay(new Date(entered))
  if (isState(status) && isEnded(status)) return <Cell {...props}>{day}</Cell>
  return (
    <Cell {...props}>
      <time dateTime={entered} title={day}>
        {since(entered, now())}
      </time>
    </Cell>
  )
}
