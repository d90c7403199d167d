import type { TextField } from 'payload'
import { safeHref } from '../../src/content/href.ts'
import { parseWebsite } from '../../src/organisation/website.ts'

const WHOLE = /^https?:\/\//i

const SENTENCE = 'Une adresse web entière, par exemple https://www.exemple.fr.'

/** True for nothing and for a whole address of the web; of any other scheme (`javascript:`, `data:`) no reader is handed one. */
export const isWebAddress = (value: unknown): true | string => {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'string' && WHOLE.test(value) && 'website' in parseWebsite(value) ? true : SENTENCE
}

/** The address of a site elsewhere: http or https alone. */
export const webAddress = (field: Pick<TextField, 'name' | 'label' | 'maxLength'>): TextField => ({
  type: 'text',
  hasMany: false,
  ...field,
  validate: isWebAddress,
})

/** True for nothing and for what a link of the site may lead to: a place on it, the web, an e-mail, a telephone. */
const isSiteAddress = (value: unknown): true | string =>
  value === null ||
  value === undefined ||
  value === '' ||
  safeHref(value) !== null ||
  'Une adresse du site, par exemple «\u00a0/membres\u00a0», ou une adresse web entière.'

/** The address that a link of the site leads to. */
export const siteAddress = (field: Pick<TextField, 'name' | 'label' | 'maxLength' | 'admin'>): TextField => ({
  type: 'text',
  hasMany: false,
  ...field,
  validate: isSiteAddress,
})
