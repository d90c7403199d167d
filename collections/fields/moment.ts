import type { Condition, DateField } from 'payload'
import { PARIS } from '../../src/lib/dates.ts'

type MomentOptions = {
  name: string
  label: string
  required?: boolean
  index?: boolean
  description?: string
  position?: 'sidebar'
  condition?: Condition
}

/** A moment that somebody types, by the clock of Paris wherever the browser is; stored in UTC. */
export function momentField({
  name,
  label,
  required = false,
  index = false,
  description,
  position,
  condition,
}: MomentOptions): DateField {
  return {
    name,
    type: 'date',
    label,
    required,
    index,
    timezone: { defaultTimezone: PARIS, supportedTimezones: [{ label: 'Heure de Paris', value: PARIS }] },
    admin: {
      // What is typed is read in the format that is shown, else as Americans write: 12/01 is in January here.
      date: {
        pickerAppearance: 'dayAndTime',
        displayFormat: 'dd/MM/yyyy HH:mm',
        timeFormat: 'HH:mm',
        timeIntervals: 15,
        overrides: { timeCaption: 'Heure' },
      },
      ...(description ? { description } : {}),
      ...(position ? { position } : {}),
      ...(condition ? { condition } : {}),
    },
  }
}
