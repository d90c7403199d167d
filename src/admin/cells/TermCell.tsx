import { now } from '../../lib/clock.ts'
import { formatDay, isDay, parisDay } from '../../lib/dates.ts'
import { termInWords } from '../adhesion/since.ts'
import { Cell } from './Cell.tsx'
import { textIn, type CellProps } from './text.ts'

/** By when something is expected on a file, and whether that day is over. */
export function TermCell(props: CellProps) {
  const day = textIn(props.cellData)
  if (!isDay(day)) return <Cell {...props}>{null}</Cell>
  const said = <time dateTime={day}>{termInWords(day, now())}</time>
  return (
    <Cell {...props} named>
      <span title={formatDay(day)}>{day < parisDay(now()) ? <strong className="term-over">{said}</strong> : said}</span>
    </Cell>
  )
}
