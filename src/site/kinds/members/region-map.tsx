import type { ReactElement } from 'react'
import type { RegionCode } from '../../../organisation/region.ts'
import { DIRECTORY_TEXTS } from './texts.ts'

export type RegionCount = { code: RegionCode; name: string; count: number; href: string }

/** The tile of a region: its column, its row and its letters; overseas regions stand to the left. */
const TILES: Readonly<Record<RegionCode, readonly [column: number, row: number, short: string]>> = {
  '01': [0, 0, 'GUA'],
  '02': [0, 1, 'MTQ'],
  '03': [0, 2, 'GUY'],
  '04': [0, 3, 'RÉU'],
  '06': [0, 4, 'MAY'],
  'outre-mer': [0, 5, 'OM'],
  '32': [3, 0, 'HDF'],
  '28': [2, 1, 'NOR'],
  '11': [3, 1, 'IDF'],
  '44': [4, 1, 'GES'],
  '53': [1, 2, 'BRE'],
  '52': [2, 2, 'PDL'],
  '24': [3, 2, 'CVL'],
  '27': [4, 2, 'BFC'],
  '75': [2, 3, 'NAQ'],
  '84': [3, 3, 'ARA'],
  '76': [2, 4, 'OCC'],
  '93': [3, 4, 'PAC'],
  '94': [4, 5, 'COR'],
}

const [WIDTH, HEIGHT, GAP] = [72, 64, 4]
const COLUMNS = 5
const ROWS = 6

/** The regions as tiles, each with its number of members, and the same figures as a table beneath. */
export function RegionMap({ regions }: { regions: readonly RegionCount[] }): ReactElement {
  const T = DIRECTORY_TEXTS.members
  return (
    <section className="regions" aria-labelledby="carte">
      <h2 id="carte">{T.mapTitle}</h2>
      <p className="hint">{T.mapHelp}</p>
      <svg viewBox={`0 0 ${COLUMNS * WIDTH} ${ROWS * HEIGHT}`} role="group" aria-labelledby="carte">
        {regions.map((region) => (
          <Tile key={region.code} {...region} />
        ))}
      </svg>
      <table>
        <thead>
          <tr>
            <th scope="col">{T.tableRegion}</th>
            <th scope="col">{T.tableCount}</th>
          </tr>
        </thead>
        <tbody>
          {regions.map(({ code, name, count, href }) => (
            <tr key={code}>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Tile({ code, name, count, href }: RegionCount): ReactElement {
  const [column, row, short] = TILES[code]
  const [x, y] = [column * WIDTH, row * HEIGHT]
  return (
    <a
      href={href}
      className={count > 0 ? 'has-members' : undefined}
      aria-label={`${short} ${count}, ${name}, ${DIRECTORY_TEXTS.members.inRegion(count)}`}
    >
      <rect x={x} y={y} width={WIDTH - GAP} height={HEIGHT - GAP} />
      <text x={x + 8} y={y + 26}>
        {short}
      </text>{' '}
      <text className="figure" x={x + 8} y={y + 50}>
        {count}
      </text>
    </a>
  )
}
