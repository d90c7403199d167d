import { MARK, openSeatPath, seatPath } from '../../lib/mark.ts'

/** The mark in the colour of the text around it. */
export function Mark({ width }: { width: number }) {
  const last = MARK.seats - 1
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${MARK.width} ${MARK.height}`} width={width}>
      {Array.from({ length: last }, (_, seat) => (
        <path key={seat} d={seatPath(seat)} fill="currentColor" />
      ))}
      <path d={openSeatPath(last)} fill="none" stroke="currentColor" strokeWidth={MARK.stroke} />
    </svg>
  )
}
