import type { FieldModel } from './model.ts'

/** Puts a value at a dotted path of a JSON body: `powerToBind.source`. */
function put(body: Record<string, unknown>, [key = '', ...rest]: string[], value: unknown): Record<string, unknown> {
  if (rest.length === 0) return { ...body, [key]: value }
  const inner = body[key]
  return { ...body, [key]: put(typeof inner === 'object' && inner !== null ? { ...inner } : {}, rest, value) }
}

/** The JSON body of a filled form: what was left empty is not sent, or is sent as null where that means something. */
export function bodyOf(fields: readonly FieldModel[], form: FormData): Record<string, unknown> {
  return fields.reduce<Record<string, unknown>>((body, { name, kind, asFlag, empty }) => {
    if (kind === 'checkboxes') return put(body, name.split('.'), form.getAll(name))
    const value = form.get(name)
    if (kind === 'checkbox') return value === null ? body : put(body, name.split('.'), true)
    if (typeof value !== 'string' || value.trim() === '')
      return empty === undefined ? body : put(body, name.split('.'), null)
    return put(body, name.split('.'), asFlag ? value === 'true' : kind === 'number' ? Number(value) : value)
  }, {})
}

/** The form of a filled form whose files stand beside one JSON of everything else (`_payload`). */
export function formOf(fields: readonly FieldModel[], filled: FormData): FormData {
  const form = new FormData()
  const said = fields.filter(({ kind }) => kind !== 'file')
  form.set('_payload', JSON.stringify(bodyOf(said, filled)))
  for (const { name } of fields.filter(({ kind }) => kind === 'file'))
    for (const file of filled.getAll(name)) if (file instanceof File && file.size > 0) form.append(name, file)
  return form
}
