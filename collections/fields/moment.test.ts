import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { momentField } from './moment.ts'

type Parse = (typed: string, format: string, now: Date, options: object) => Date

/** The library by which the picker reads what is typed. */
const picker = createRequire(createRequire(import.meta.url).resolve('@payloadcms/ui')).resolve('react-datepicker')
const { parse } = createRequire(picker)('date-fns') as { parse: Parse }
const { fr } = createRequire(picker)('date-fns/locale') as { fr: object }

/** A moment as the picker reads it: by the last format that it suits, no year before 1800. */
function read(typed: string): string | null {
  const field = momentField({ name: 'at', label: 'À' })
  const formats: unknown = field.admin?.date?.overrides?.dateFormat
  if (!Array.isArray(formats)) throw new TypeError('The picker is given several formats')
  const found = formats
    .map((format) => parse(typed, String(format), new Date(2026, 0, 1), { locale: fr }))
    .filter((date) => !Number.isNaN(date.getTime()) && date.getFullYear() >= 1800)
    .at(-1)
  return found ? found.toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' }) : null
}

describe('a moment that is typed', () => {
  it.each([
    ['03/04/2027 09:00', '03/04/2027 09:00'],
    ['03-04-2027', '03/04/2027 00:00'],
    ['03/04/27 09:00', '03/04/2027 09:00'],
    ['03/04/2027 9h', '03/04/2027 09:00'],
    ['3 avril 2027', '03/04/2027 00:00'],
    ['1 février 2027 18 h', '01/02/2027 18:00'],
    ['3 avril 2027 9h30', '03/04/2027 09:30'],
    ['31/02/2027', null],
    ['04/13/2027', null],
    ['avril', null],
  ])('%s is %s', (typed, moment) => {
    expect(read(typed)).toBe(moment)
  })
})
