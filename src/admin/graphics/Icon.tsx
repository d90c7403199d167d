import { Mark } from './Mark.tsx'

/** The mark that leads back to the panel's first page. */
export function Icon() {
  return (
    <span className="cpof-icon">
      <Mark width={26} />
    </span>
  )
}
