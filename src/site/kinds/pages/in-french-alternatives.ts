import type { Payload } from 'payload'
import { isJsonObject } from '../../../lib/json-object.ts'

/** What a picture says in place of itself is French where English lacks: who hears it is told the language (`altLang`). */
type Spoken = { alt: string; altLang: 'fr' }

/** A part of a page in which each picture without words in its language has those of French. */
export async function withFrenchAlternatives<Part>(payload: Payload, part: Part): Promise<Part> {
  const silent = new Set<string>()
  collect(part, silent)
  if (silent.size === 0) return part
  const { docs } = await payload.find({
    collection: 'media',
    where: { id: { in: [...silent] } },
    locale: 'fr',
    fallbackLocale: false,
    select: { alt: true },
    depth: 0,
    pagination: false,
    overrideAccess: false,
  })
  const spoken = new Map(
    docs.flatMap(({ id, alt }) => (alt ? [[id, { alt, altLang: 'fr' } satisfies Spoken] as const] : [])),
  )
  if (spoken.size === 0) return part
  // What was read once may be kept, and shown in another language.
  const copy = structuredClone(part)
  describe(copy, spoken)
  return copy
}

/** The id of a picture that nobody described in the language in which it was read. */
function silentId(value: unknown): string | null {
  if (!isJsonObject(value) || typeof value['id'] !== 'string') return null
  const { mimeType, decorative, alt, url } = value
  const isPicture = typeof mimeType === 'string' && mimeType.startsWith('image/') && typeof url === 'string'
  return isPicture && decorative !== true && !alt ? value['id'] : null
}

function collect(value: unknown, silent: Set<string>): void {
  const id = silentId(value)
  if (id !== null) silent.add(id)
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each, silent)
}

function describe(value: unknown, spoken: ReadonlyMap<string, Spoken>): void {
  if (typeof value !== 'object' || value === null) return
  const id = silentId(value)
  const words = id === null ? undefined : spoken.get(id)
  if (words) Object.assign(value, words)
  else for (const each of Object.values(value)) describe(each, spoken)
}
