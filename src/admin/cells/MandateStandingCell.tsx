import { now } from '../../lib/clock.ts'
import { Cell } from './Cell.tsx'
import { Mark } from './Mark.tsx'
import { mandateStanding } from './standing.ts'
import { textIn, type CellProps } from './text.ts'

/** Whether a mandate is in force today, over, to come, or waits for a second person. */
export function MandateStandingCell(props: CellProps) {
  const { rowData } = props
  const [firstDay, lastDay] = [textIn(rowData['firstDay']) ?? '', textIn(rowData['lastDay'])]
  const { kind, label } = mandateStanding({ confirmed: rowData['confirmed'] === true, firstDay, lastDay }, now())
  return (
    <Cell {...props}>
      <Mark kind={kind}>{label}</Mark>
    </Cell>
  )
}
