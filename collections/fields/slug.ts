import type { FieldHook, TextField } from 'payload'

/** A copy has no address: it is given one of its own while it is a draft, and that of its title when it is published. */
export const noAddress: FieldHook = () => ''

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
    hooks: { beforeDuplicate: [noAddress] },
    validate: (value: unknown) =>
      (typeof value === 'string' && value.length <= 120 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) ||
      `Des minuscules, des chiffres et des tirets, par exemple «\u00a0${example}\u00a0».`,
    admin: { position: 'sidebar', description: 'Laissée vide, elle vient du titre à la publication.' },
  }
}
