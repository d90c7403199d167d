import type { CollectionSlug, DataFromCollectionSlug, Payload } from 'payload'
import type {
  Adhesion,
  Round,
  Capability,
  CharterSignature,
  Journal,
  Member,
  Message,
  Vote,
} from '../../src/payload-types.ts'

/** A file with all that hangs on it. */
export type StoredFile = {
  adhesion: Adhesion
  /** First fact to last. */
  journal: Journal[]
  signatures: CharterSignature[]
  rounds: Round[]
  votes: Vote[]
  members: Member[]
  links: Capability[]
  messages: Message[]
}

export type Stored = {
  files: StoredFile[]
  /** Every e-mail, those that are about no file as well. */
  messages: Message[]
  /** What hangs on a file that is not there, by its collection. */
  astray: string[]
}

export const idOf = (value: string | { id: string } | null | undefined): string =>
  typeof value === 'string' ? value : (value?.id ?? '')

const every = async <Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  sort = 'id',
): Promise<DataFromCollectionSlug<Slug>[]> =>
  (
    await payload.find({
      collection,
      sort,
      pagination: false,
      limit: 0,
      depth: 0,
      overrideAccess: true,
      showHiddenFields: true,
    })
  ).docs

/** Everything that is there, by file. */
export async function everything(payload: Payload): Promise<Stored> {
  const messages = await every(payload, 'messages')
  const rows = {
    journal: by(
      (await every(payload, 'journal', 'rank')).filter(({ subject }) => isFile(subject)),
      ({ subject }) => subject,
    ),
    signatures: by(await every(payload, 'charter-signatures'), ({ adhesion }) => `adhesion:${idOf(adhesion)}`),
    rounds: by(await every(payload, 'rounds'), ({ subject }) => subject),
    votes: by(await every(payload, 'votes'), ({ subject }) => subject),
    members: by(await every(payload, 'members'), ({ adhesion }) => `adhesion:${idOf(adhesion)}`),
    links: by(await every(payload, 'capabilities'), ({ subject }) => subject),
    messages: by(
      messages.filter(({ subject }) => isFile(subject)),
      ({ subject }) => subject,
    ),
  }
  const files = (await every(payload, 'adhesions')).map((adhesion): StoredFile => {
    const subject = `adhesion:${adhesion.id}`
    return {
      adhesion,
      journal: rows.journal.get(subject) ?? [],
      signatures: rows.signatures.get(subject) ?? [],
      rounds: rows.rounds.get(subject) ?? [],
      votes: rows.votes.get(subject) ?? [],
      members: rows.members.get(subject) ?? [],
      links: rows.links.get(subject) ?? [],
      messages: rows.messages.get(subject) ?? [],
    }
  })
  const known = new Set(files.map(({ adhesion }) => `adhesion:${adhesion.id}`))
  const astray = Object.entries(rows).flatMap(([name, found]) =>
    [...found.keys()].filter((subject) => !known.has(subject)).map((subject) => `${name} of ${subject}`),
  )
  return { files, messages, astray }
}

const isFile = (subject: string): boolean => subject.startsWith('adhesion:')

function by<Row>(rows: readonly Row[], subjectOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(subjectOf(row), [...(groups.get(subjectOf(row)) ?? []), row])
  return groups
}

/** What the journal of a file says under a type, row by row. */
export function factsIn({ journal }: Pick<StoredFile, 'journal'>, type: string): Record<string, unknown>[] {
  return journal
    .filter((row) => row.type === type)
    .map(({ evidence }) =>
      typeof evidence === 'object' && evidence !== null && !Array.isArray(evidence) ? evidence : {},
    )
}
