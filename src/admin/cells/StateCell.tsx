import { isState, STATE_LABELS } from '../../adhesion/lifecycle/states.ts'
import { Cell } from './Cell.tsx'
import { Mark } from './Mark.tsx'
import { textIn, type CellProps } from './text.ts'

/** The state of a file, as the file itself shows it. */
export function StateCell(props: CellProps) {
  const state = textIn(props.cellData)
  return <Cell {...props}>{isState(state) ? <Mark kind={state}>{STATE_LABELS[state]}</Mark> : null}</Cell>
}
