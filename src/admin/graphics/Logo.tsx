import { Mark } from './Mark.tsx'

/** The mark with the full name, on the sign-in pages. */
export function Logo() {
  return (
    <span className="cpof-logo">
      <Mark width={72} />
      <span>
        <strong>CPOF</strong>
        Conférence Permanente des Organismes de Formation
      </span>
    </span>
  )
}
