import type { ReactElement } from 'react'
import { FORM_TEXTS } from './texts.ts'

/** A field that people leave empty and machines fill in. */
export const TRAP = 'organisation.fax'

/** Seen by nobody and reached by no key; who meets it all the same is told to leave it. */
export function Trap(): ReactElement {
  return (
    <div className="away">
      <label htmlFor="champ-vide">{FORM_TEXTS.trap}</label>
      <input type="text" id="champ-vide" name={TRAP} tabIndex={-1} autoComplete="off" />
    </div>
  )
}
