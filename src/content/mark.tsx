import type { ReactElement } from 'react'
import { MARK, openSeatPath, seatPath } from '../lib/mark.ts'

type Props = {
  className?: string
  /** How many seats from the left are taken. All but one, left free for who joins, is the mark itself. */
  taken?: number
  /** The one seat that is drawn as taken, counted from the left and around. */
  only?: number
}

/** The mark in the colour of the text around it: decoration, beside words that say what it means. */
export function Mark({ className, taken = MARK.seats - 1, only }: Props): ReactElement {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${MARK.width} ${MARK.height}`}
      width={MARK.width}
      height={MARK.height}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: MARK.seats }, (_, seat) =>
        (only === undefined ? seat < taken : seat === only % MARK.seats) ? (
          <path key={seat} fill="currentColor" d={seatPath(seat)} />
        ) : (
          <path
            key={seat}
            className="open"
            fill="none"
            stroke="currentColor"
            strokeWidth={MARK.stroke}
            d={openSeatPath(seat)}
          />
        ),
      )}
    </svg>
  )
}
