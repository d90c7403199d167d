import type { Field } from 'payload'

/**
 * Leaves to lists and their filters the fields that people look for, by path; the others of a long record would
 * only hide them.
 */
export function inLists(fields: Field[], paths: readonly string[], prefix = ''): Field[] {
  return fields.map((field): Field => {
    if (!('name' in field) || field.type === 'ui') return field
    const path = `${prefix}${field.name}`
    if (field.type === 'group') return { ...field, fields: inLists(field.fields, paths, `${path}.`) }
    if (paths.includes(path)) return field
    return Object.assign({}, field, { admin: { ...field.admin, disableListColumn: true, disableListFilter: true } })
  })
}
