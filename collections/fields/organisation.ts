import type { Field } from 'payload'
import { DECLARED_FIELDS, fieldsUnder, type DeclaredField } from '../../src/organisation/declared-fields.ts'
import { regionField } from './region.ts'
import { webAddress } from './web-address.ts'

/** What parts of a declaration are called in the panel. */
const PARTS: Readonly<Record<string, string>> = { qualiopi: 'Qualiopi', address: 'Adresse' }

const options = ({ options: choices = [] }: DeclaredField) => choices.map(({ value, label }) => ({ value, label }))

/** The bound of a text that is stored, where a form of Payload's may be used to change it. */
const longest = ({ reads }: DeclaredField): number | undefined => {
  const bound = reads.meta()?.['maxLength']
  return typeof bound === 'number' ? bound : undefined
}

const FIELDS: readonly DeclaredField[] = DECLARED_FIELDS

/** A declared field as it is stored. */
function stored(field: DeclaredField, required: boolean): Field {
  const { path, label, is } = field
  const name = path.slice(path.lastIndexOf('.') + 1)
  switch (is) {
    case 'choice':
      return { name, type: 'select', label, options: options(field) }
    case 'choices':
      return { name, type: 'select', hasMany: true, label, options: options(field) }
    case 'long-text':
      return { name, type: 'textarea', label }
    case 'website':
      return webAddress({ name, label, maxLength: longest(field) ?? 500 })
    case 'region':
      return regionField()
    case 'country':
      return { name, type: 'text', label, defaultValue: 'FR' }
    default:
      return { name, type: 'text', label, ...(required ? { required } : {}) }
  }
}

/** The fields of a part, its own parts as groups, in the order of the table. */
function storedUnder(part: string, isRequired: (name: string) => boolean): Field[] {
  const found: Field[] = []
  const parts = new Set<string>()
  for (const field of fieldsUnder(part)) {
    const [name = '', deeper] = field.path.slice(part.length + 1).split('.')
    if (deeper === undefined) found.push(stored(field, isRequired(name)))
    else if (!parts.has(name)) {
      parts.add(name)
      found.push({
        name,
        type: 'group',
        label: PARTS[name] ?? name,
        fields: storedUnder(`${part}.${name}`, () => false),
      })
    }
  }
  return found
}

/** What an organisation declares of itself: the same fields on the file and on the member. */
export function organisationFields(): Field[] {
  const fields = storedUnder('organisation', (name) => name === 'legalName')
  const siret = fields.findIndex((field) => 'name' in field && field.name === 'siret')
  // Follows from the SIRET.
  return fields.toSpliced(siret + 1, 0, { name: 'siren', type: 'text', label: 'SIREN', index: true })
}

/** A person named in a declaration. */
export const personFields = (part: 'representative' | 'contact', required = false): Field[] =>
  storedUnder(part, (name) => required && ['firstName', 'lastName', 'email'].includes(name))

/** What else an applicant writes, beside the organisation and its people. */
export const otherDeclaredFields = (): Field[] =>
  FIELDS.filter(({ path, is }) => !path.includes('.') && path !== 'kind' && is !== 'tick').map((field) =>
    stored(field, false),
  )

/** What the public reads of a member in the directory, bounded as it was declared. */
export const publicFields = (): Field[] =>
  FIELDS.filter(({ seenBy }) => seenBy !== undefined).map((field) => {
    const made = stored(field, false)
    const bound = longest(field)
    return bound !== undefined && (made.type === 'text' || made.type === 'textarea')
      ? { ...made, maxLength: bound }
      : made
  })
