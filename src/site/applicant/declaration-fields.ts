import { typo } from '../../content/typography.ts'
import { DECLARED_FIELDS, type DeclaredField, type FieldKind } from '../../organisation/declared-fields.ts'
import type { FieldSpec } from '../views/form/field-spec.ts'

/** Fields that one thinks of together. */
export type FieldGroup = { title: string; intro?: string; fields: readonly FieldSpec[] }

const INPUTS: Partial<Record<FieldKind, 'email' | 'tel' | 'url' | 'date'>> = {
  email: 'email',
  phone: 'tel',
  website: 'url',
  day: 'date',
}

/** A declared field as a form asks for it. A choice that has to be made and is short is shown whole. */
function spec({ path, label, help, is, optional, options = [], entry = {} }: DeclaredField): FieldSpec {
  const common = {
    path,
    label: typo(label),
    ...(help === undefined ? {} : { hint: typo(help) }),
    ...(optional === undefined ? {} : { optional }),
  }
  const offered = options.map(({ value, label: word, help: hint }) => ({
    value,
    label: word,
    ...(hint === undefined ? {} : { hint }),
  }))
  if (is === 'choices') return { ...common, control: 'checkboxes', options: offered }
  if (is === 'choice' && optional === undefined) return { ...common, control: 'radios', options: offered }
  if (options.length > 0) return { ...common, control: 'select', options: offered }
  const { rows, ...input } = entry
  if (is === 'long-text') return { ...common, control: 'textarea', ...(rows === undefined ? {} : { rows }) }
  return { ...common, control: INPUTS[is] ?? 'text', ...input }
}

/** The parts of the form, each with the fields that stand under its own path and under no longer one of another part. */
const GROUPS: readonly { part: string; title: string; intro?: string }[] = [
  { part: 'kind', title: 'La demande' },
  { part: 'organisation', title: 'L’organisme' },
  { part: 'organisation.address', title: 'L’adresse' },
  {
    part: 'organisation.qualiopi',
    title: 'La certification Qualiopi',
    intro: 'Elle n’est pas exigée pour nous rejoindre.',
  },
  { part: 'representative', title: 'Le représentant qui signe' },
  {
    part: 'contact',
    title: 'La personne à contacter',
    intro: 'À remplir si ce n’est pas le représentant. Elle reçoit le lien de suivi.',
  },
  { part: '', title: 'Vos motivations' },
]

const isUnder = (path: string, part: string): boolean => part === '' || path === part || path.startsWith(`${part}.`)

/** The part that a field is asked in: the nearest above it. */
const partOf = (path: string): string =>
  GROUPS.filter(({ part }) => isUnder(path, part)).reduce(
    (best, { part }) => (part.length > best.length ? part : best),
    '',
  )

const groupOf = ({ part, ...group }: (typeof GROUPS)[number]): FieldGroup => ({
  ...group,
  fields: DECLARED_FIELDS.filter(({ path, is }) => is !== 'tick' && partOf(path) === part).map(spec),
})

/** All that an applicant declares, in the order in which it is asked. */
export const DECLARATION: readonly FieldGroup[] = GROUPS.map(groupOf)

/** The fields of the representative, asked alone where another person is to sign. */
export const REPRESENTATIVE: FieldGroup = groupOf({ part: 'representative', title: 'Le représentant qui signe' })
