import { isMemberStatus } from '../../membership/statuses.ts'
import { Cell } from './Cell.tsx'
import { Mark } from './Mark.tsx'
import { memberStanding } from './standing.ts'
import type { CellProps } from './text.ts'

/** A member's status, or that its entry still waits for a second person. */
export function MemberStatusCell(props: CellProps) {
  const { cellData, rowData } = props
  const status: unknown = cellData
  if (!isMemberStatus(status)) return <Cell {...props}>{null}</Cell>
  const { kind, label } = memberStanding({ confirmed: rowData['confirmed'] === true, status })
  return (
    <Cell {...props}>
      <Mark kind={kind}>{label}</Mark>
    </Cell>
  )
}
