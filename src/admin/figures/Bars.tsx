import type { Counted } from './tally.ts'

const ROW = 28
const LABEL = 205
const WIDTH = 440
const NUMBER = 36

/** Bars of a table's sums, each with its name and its number: the table beneath says the same in words. */
export function Bars({ rows, title }: { rows: readonly Counted[]; title: string }) {
  const most = Math.max(1, ...rows.map(({ sum }) => sum))
  const room = WIDTH - LABEL - NUMBER
  return (
    <svg className="figure-bars" viewBox={`0 0 ${WIDTH} ${rows.length * ROW}`} role="img" aria-label={title}>
      {rows.map(({ name, sum }, at) => (
        <g key={name} transform={`translate(0 ${at * ROW})`}>
          <text x={LABEL - 10} y={ROW / 2} textAnchor="end" dominantBaseline="central">
            {name}
          </text>
          <rect x={LABEL} y={5} width={(sum / most) * room} height={ROW - 10} />
          <text x={LABEL + (sum / most) * room + 8} y={ROW / 2} dominantBaseline="central">
            {sum}
          </text>
        </g>
      ))}
    </svg>
  )
}

type TableProps = { caption: string; first: string; columns: readonly string[]; all: string; rows: readonly Counted[] }

/** The figures themselves. */
export function FigureTable({ caption, first, columns, all, rows }: TableProps) {
  return (
    <div className="figure-table">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {[first, ...columns, all].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, counts, sum }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {counts.map((count, at) => (
                <td key={columns[at]}>{count}</td>
              ))}
              <td>{sum}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
