import type { Condition, DateField } from 'payload'
import { PARIS } from '../../src/lib/dates.ts'

const DAYS = ['dd/MM/yyyy', 'd/M/yyyy', 'd/M/yy', 'd-M-yyyy', 'd.M.yyyy', 'd MMMM yyyy'] as const
const TIMES = ['HH:mm', "H'h'mm", "H'h'", "H' h 'mm", "H' h'"] as const

/**
 * How moments are typed in France, that in which they are shown first. Given several, the picker reads no other: of one
 * that it does not know it would make what Americans mean, 4 March of 03-04.
 */
const TYPED = ['dd/MM/yyyy HH:mm', ...DAYS, ...DAYS.flatMap((day) => TIMES.map((time) => `${day} ${time}`))]

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
      date: {
        pickerAppearance: 'dayAndTime',
        displayFormat: 'dd/MM/yyyy HH:mm',
        timeFormat: 'HH:mm',
        timeIntervals: 15,
        overrides: { timeCaption: 'Heure', dateFormat: TYPED },
      },
      ...(description ? { description } : {}),
      ...(position ? { position } : {}),
      ...(condition ? { condition } : {}),
    },
  }
}
