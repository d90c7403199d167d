import type { DateFieldServerComponent } from 'payload'
import { formatDateTime } from '../../lib/dates.ts'
import { textAt } from '../adhesion/stored.ts'
import { Shown } from './Shown.tsx'

/** A moment that a use-case noted, in full; no form of the panel sets one. */
export const MomentField: DateFieldServerComponent = ({ field, siblingData }) => {
  const at = textAt(siblingData, field.name)
  if (!at) return null
  return (
    <Shown label={typeof field.label === 'string' ? field.label : field.name}>
      <p>{formatDateTime(new Date(at))}</p>
    </Shown>
  )
}
