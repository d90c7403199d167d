/**
 * The mark: a hemicycle of five seats seen from above, four taken and one left open for whoever joins. One
 * drawing for the site, the favicon, e-mails, documents and the panel; its units are those of `MARK`.
 */
export const MARK = { width: 64, height: 32.5, seats: 5, stroke: 2.8 } as const

const CENTRE = { x: 32, y: 32 }
const OUTER = 31.5
const INNER = 14.5
const AISLE = 3

/** The outline of one seat, counted from the left; `inset` draws it smaller by so much on every side. */
export function seatPath(seat: number, inset = 0): string {
  const [outer, inner] = [OUTER - inset, INNER + inset]
  const left = Math.PI - (seat * Math.PI) / MARK.seats
  const right = left - Math.PI / MARK.seats
  // The walls of an aisle are parallel, so the angle they take depends on the radius; the row's two ends need none.
  const wall = (isEnd: boolean) => (isEnd ? inset : AISLE / 2 + inset)
  const at = (radius: number, angle: number) =>
    `${round(CENTRE.x + radius * Math.cos(angle))} ${round(CENTRE.y - radius * Math.sin(angle))}`
  const from = (radius: number) => at(radius, left - Math.asin(wall(seat === 0) / radius))
  const to = (radius: number) => at(radius, right + Math.asin(wall(seat === MARK.seats - 1) / radius))
  return `M${from(outer)}A${outer} ${outer} 0 0 1 ${to(outer)}L${to(inner)}A${inner} ${inner} 0 0 0 ${from(inner)}Z`
}

/** The path of an open seat, to be stroked by `MARK.stroke`: its outer edge is that of a taken one. */
export function openSeatPath(seat: number): string {
  return seatPath(seat, MARK.stroke / 2)
}

/** The mark on its tile, legible on any ground: favicon, e-mail header, panel icon. */
export function markTileSvg(mark: string, tile: string): string {
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">' +
    `<rect width="64" height="64" rx="3" fill="${tile}"/><g transform="translate(3.2 17.4) scale(.9)">${drawing(mark)}</g></svg>\n`
  )
}

/** The SVG paths of the mark in one colour: four seats filled, the open one outlined. */
export function drawing(colour: string): string {
  const last = MARK.seats - 1
  const taken = Array.from({ length: last }, (_, seat) => seatPath(seat)).join('')
  return `<path fill="${colour}" d="${taken}"/><path fill="none" stroke="${colour}" stroke-width="${MARK.stroke}" d="${openSeatPath(last)}"/>`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
