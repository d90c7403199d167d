import type { TextField } from 'payload'
import { parseWebsite } from '../../src/organisation/website.ts'

const WHOLE = /^https?:\/\//i

const SENTENCE = 'Une adresse web entière, par exemple https://www.exemple.fr.'

/** True for nothing and for a whole address of the web; of any other scheme (`javascript:`, `data:`) no reader is handed one. */
export const isWebAddress = (value: unknown): true | string => {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'string' && WHOLE.test(value) && 'website' in parseWebsite(value) ? true : SENTENCE
}

/** The address of a site elsewhere: http or https alone. */
export const webAddress = (field: Pick<TextField, 'name' | 'label' | 'maxLength'>): TextField => ({ type: 'text', hasMany: false, ...field, validate: isWebAddress })
