import type { Condition, TextField } from 'payload'
import { isDay } from '../../src/lib/dates.ts'

type DayOptions = {
  name: string
  label: string
  required?: boolean
  index?: boolean
  description?: string
  readOnly?: boolean
  position?: 'sidebar'
  condition?: Condition
}

/** A calendar day in Europe/Paris, stored as `YYYY-MM-DD` so that it means the same day everywhere and compares as text. */
export function dayField({
  name,
  label,
  required = false,
  index = false,
  description,
  readOnly = false,
  position,
  condition,
}: DayOptions): TextField {
  return {
    name,
    type: 'text',
    label,
    required,
    index,
    validate: (value: unknown) => {
      if (value === undefined || value === null || value === '') return required ? 'Indiquez une date.' : true
      return isDay(value) || 'Indiquez une date valide, par exemple 2026-11-23.'
    },
    admin: {
      readOnly,
      ...(description ? { description } : {}),
      ...(position ? { position } : {}),
      ...(condition ? { condition } : {}),
      components: { Field: '/src/admin/fields/DayField.tsx#DayField', Cell: '/src/admin/cells/DayCell.tsx#DayCell' },
    },
  }
}
