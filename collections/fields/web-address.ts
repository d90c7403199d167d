import type { TextField } from 'payload'
import { anchorsIn } from '../../src/content/anchors.ts'
import { completed, completedWebsite, leadsSomewhere } from '../../src/content/typed-address.ts'
import { isJsonObject } from '../../src/lib/json-object.ts'
import { parseWebsite } from '../../src/organisation/website.ts'

const WHOLE = /^https?:\/\//i

const SENTENCE = 'Une adresse web entière, par exemple https://www.exemple.fr.'

/** True for nothing and for a whole address of the web; of any other scheme (`javascript:`, `data:`) no reader is handed one. */
export const isWebAddress = (value: unknown): true | string => {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'string' && WHOLE.test(value) && 'website' in parseWebsite(value) ? true : SENTENCE
}

/** What is typed without its scheme gets the one that was meant. */
const asMeant = (complete: (typed: string) => string) => ({
  beforeValidate: [({ value }: { value?: unknown }): unknown => (typeof value === 'string' ? complete(value) : value)],
})

/** The address of a site elsewhere: http or https alone; `www.exemple.fr` becomes one. */
export const webAddress = (field: Pick<TextField, 'name' | 'label' | 'maxLength'>): TextField => ({
  type: 'text',
  hasMany: false,
  ...field,
  custom: { address: true },
  hooks: asMeant(completedWebsite),
  validate: isWebAddress,
})

const ELSEWHERE =
  'Une adresse du site, par exemple «\u00a0/membres\u00a0», une adresse web entière, une adresse électronique, ou le nom d’un titre de la page après un «\u00a0#\u00a0».'

/** True for nothing and for what a link of the site may lead to: a place on it, the web, an e-mail, a telephone, a heading of the same document. */
const isSiteAddress = (value: unknown, { data }: { data?: unknown } = {}): true | string =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'string' && leadsSomewhere(value, anchorsIn(data))) ||
  ELSEWHERE

/** The sentence to a link of a formatted text that leads nowhere, as its form is filled in; what it may lead to of its own page is looked at when it is saved. */
export const isTextLink = (value: unknown, { siblingData }: { siblingData?: unknown } = {}): true | string => {
  if (isJsonObject(siblingData) && siblingData['linkType'] === 'internal') return true
  const own = typeof value === 'string' && value.startsWith('#') ? value.slice(1) : null
  return (typeof value === 'string' && leadsSomewhere(value, new Set(own === null ? [] : [own]))) || ELSEWHERE
}

/** The address that a link of the site leads to. */
export const siteAddress = (field: Pick<TextField, 'name' | 'label' | 'maxLength' | 'admin'>): TextField => ({
  type: 'text',
  hasMany: false,
  ...field,
  custom: { address: true },
  hooks: asMeant(completed),
  validate: isSiteAddress,
})
