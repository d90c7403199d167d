import { regionName } from '../../organisation/declared-words.ts'
import { Cell } from './Cell.tsx'
import { textIn, type CellProps } from './text.ts'

/** A region by its name. */
export function RegionCell(props: CellProps) {
  const region = textIn(props.cellData)
  return <Cell {...props}>{region ? regionName(region) : null}</Cell>
}
