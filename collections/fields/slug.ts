import type { TextField } from 'payload'

/** What names an entry in the address of its page, as its editor writes it. */
export function slugField(example: string): TextField {
  return {
    name: 'slug',
    type: 'text',
    label: 'Adresse de la page',
    required: true,
    unique: true,
    index: true,
    maxLength: 120,
    validate: (value: unknown) =>
      (typeof value === 'string' && value.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
      `Des minuscules, des chiffres et des tirets, par exemple «\u00a0${example}\u00a0».`,
    admin: { position: 'sidebar', description: 'Laissée vide, elle vient du titre à la publication.' },
  }
}
