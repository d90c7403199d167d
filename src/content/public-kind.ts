import type { CollectionSlug, Payload, SanitizedConfig, TypedCollection, Where } from 'payload'

/** A collection whose records have drafts: it is published, looked at beforehand and scheduled. Read from the generated types. */
export type Drafted = {
  [Slug in CollectionSlug]: '_status' extends keyof TypedCollection[Slug] ? Slug : never
}[CollectionSlug]

/** A record as a link loaded it. */
export type Loaded = ReadonlyMap<string, unknown>

/**
 * The part of a kind of public page that every room may know: where its records stand and who reads them there. A collection
 * hands its own to Payload (`custom: { kind }`); whoever needs all of them asks {@link kindsOf}. What the site makes of
 * the records (`src/site/kinds/presentation.ts`) refers to it.
 */
export type PublicKind = {
  collection: CollectionSlug
  /** The beginning of the kind's addresses: `/evenements`; empty for records right below the root of the site. */
  at: string
  /** Where other addresses begin at which the kind shows its records. */
  alsoAt?: readonly string[]
  /** Which records anybody may read. */
  readable: () => Where
  /** The address of a record that was loaded, null for one that anybody may not read; not for pages, which stand in a tree. */
  hrefOf?: (loaded: Loaded) => string | null
  /** The moment of a record at which it begins to be shown, or is shown otherwise, without anybody's doing. */
  changesAt?: string
  /** Fields of which each holds a segment of an address: one that a title gives is in none of them. `slug` unless said otherwise. */
  segments?: readonly string[]
  /** Whether texts of the site may link to its records. */
  linked: boolean
}

type FieldOf<Slug extends CollectionSlug> = Extract<keyof TypedCollection[Slug], string>

/** The kind of public page that one collection is, its fields checked by the compiler. */
export type PublicKindOf<Slug extends CollectionSlug> = PublicKind & {
  collection: Slug
  changesAt?: FieldOf<Slug>
  segments?: readonly FieldOf<Slug>[]
}

declare module 'payload' {
  interface CollectionCustom {
    kind?: PublicKind
  }
}

/** Anything that knows the collections: Payload, or its configuration. */
export type Configured = { config: Pick<SanitizedConfig, 'collections'> }

/** The kinds of public pages, in the order of their collections. */
export const kindsOf = ({ config }: Configured): PublicKind[] =>
  config.collections.flatMap(({ custom }) => (custom?.kind ? [custom.kind] : []))

/** The kind of public page that a collection is. @throws Error for a collection that is none */
export function kindOf({ config }: Configured, collection: CollectionSlug): PublicKind {
  const kind = kindsOf({ config }).find((each) => each.collection === collection)
  if (!kind) throw new Error(`${collection} has no public page`)
  return kind
}

/** The collections that a text of the site may link to: kinds of pages, and files. */
export const linkedCollections = ({ config }: Configured): CollectionSlug[] => [
  ...kindsOf({ config }).flatMap(({ collection, linked }) => (linked ? [collection] : [])),
  'files',
]

/** The collection of a name, where its records have drafts; null for any other name. */
export function draftedOf({ collections }: Pick<Payload, 'collections'>, name: string): Drafted | null {
  return isDrafted(collections, name) ? name : null
}

const isDrafted = (collections: Payload['collections'], name: string): name is Drafted =>
  Object.hasOwn(collections, name) && Boolean(collections[name as CollectionSlug].config.versions?.drafts)

/** Records that are not in the trash: who may ask for those in it (`trash=true`) is asked by rights. Made anew each time. */
export const notTrashed = (): Where => ({ deletedAt: { exists: false } })

/** Records that were published, whatever else their kind asks for. Made anew each time: Payload writes into what it is asked. */
export const published = (): Where => ({ and: [{ _status: { equals: 'published' } }, notTrashed()] })

/** The address that a text of a loaded record gives; null where it was not loaded. */
export function hrefBy(loaded: Loaded, field: string, href: (text: string) => string): string | null {
  const text = loaded.get(field)
  return typeof text === 'string' && text !== '' ? href(text) : null
}

/** The same, of a record that is published. */
export const hrefOfPublished = (loaded: Loaded, href: (slug: string) => string): string | null =>
  loaded.get('_status') === 'published' ? hrefBy(loaded, 'slug', href) : null
