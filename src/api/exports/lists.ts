import type { JsonObject } from '../../lib/json-object.ts'
import type { Column, ReadColumn } from './columns.ts'
import type { Row } from './xlsx.ts'

/** What is written of a selection: `table` is every column, the others are lists for one use. */
export const SHAPES = ['table', 'labels', 'emails'] as const
export type Shape = (typeof SHAPES)[number]

/** A list for one use: which fields it needs, its headings, and its lines for one record. */
export type List = {
  needs: readonly Column[]
  headings: readonly string[]
  rows: (said: (path: string) => string | null) => Row[]
}

const named = (said: (path: string) => string | null, person: 'representative' | 'contact'): string =>
  [said(`${person}.firstName`), said(`${person}.lastName`)].filter(Boolean).join(' ')

const PEOPLE = ['representative', 'contact'] as const

const ADDRESS = ['line1', 'line2', 'postalCode', 'city'].map((part) => `organisation.address.${part}`)

/** Lists that a mailing needs of members: the labels of envelopes, and whom to write to. */
const OF_MEMBERS: Readonly<Record<Exclude<Shape, 'table'>, List>> = {
  labels: {
    needs: [
      'legalName',
      ...ADDRESS,
      'organisation.country',
      'representative.firstName',
      'representative.lastName',
      'representative.function',
    ].map((path) => ({ path })),
    headings: ['Organisme', 'À l’attention de', 'Fonction', 'Adresse', 'Complément', 'Code postal', 'Commune', 'Pays'],
    rows: (said) => [
      [
        said('legalName'),
        named(said, 'representative'),
        said('representative.function'),
        ...ADDRESS.map(said),
        said('organisation.country'),
      ],
    ],
  },
  emails: {
    needs: [
      'legalName',
      ...PEOPLE.flatMap((person) => ['firstName', 'lastName', 'email'].map((name) => `${person}.${name}`)),
    ].map((path) => ({ path })),
    headings: ['Organisme', 'Nom', 'Qualité', 'Adresse électronique'],
    rows: (said) => {
      const lines = PEOPLE.map((person): Row => {
        const capacity = person === 'representative' ? 'Représentant' : 'Contact'
        return [said('legalName'), named(said, person), capacity, said(`${person}.email`)]
      })
      const addresses = lines.map(([, , , address]) => address?.toLowerCase())
      return lines.filter(([, , , address], index) => address && addresses.indexOf(address.toLowerCase()) === index)
    },
  },
}

/** The list of a shape; null for the whole table, undefined where the collection has no such list. */
export const listOf = (collection: string, shape: Shape): List | null | undefined => {
  if (shape === 'table') return null
  return collection === 'members' ? OF_MEMBERS[shape] : undefined
}

/** A record's lines in a list. */
export const listedRows = (
  { rows }: List,
  columns: readonly ReadColumn[],
  doc: JsonObject,
  titles: ReadonlyMap<string, string>,
): Row[] => rows((path) => columns.find((column) => column.path === path)?.cell(doc, titles) ?? null)
