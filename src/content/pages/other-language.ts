import type { PayloadRequest } from 'payload'
import { canonicalJson } from '../../lib/canonical.ts'
import { isJsonObject } from '../../lib/json-object.ts'
import { inItsLanguage } from './in-its-language.ts'

/** A language of the pages. */
export type Lang = 'fr' | 'en'

/** Whether the newest draft of a page says in a language what nobody has published in it. */
export async function hasUnpublishedWords(req: PayloadRequest, id: string, locale: Lang): Promise<boolean> {
  const names = req.payload.collections.pages.config.flattenedFields.flatMap((field) =>
    'localized' in field && field.localized === true && field.name !== '_status' ? [field.name] : [],
  )
  const words = async (draft: boolean): Promise<{ said: string; published: boolean }> => {
    const found: unknown = await req.payload.findByID({
      collection: 'pages',
      id,
      draft,
      locale,
      fallbackLocale: false,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
      req: inItsLanguage(req),
    })
    const page = isJsonObject(found) ? found : {}
    return {
      said: canonicalJson(names.map((name) => said(page[name]))),
      published: page['_status'] === 'published',
    }
  }
  const live = await words(false)
  const newest = await words(true)
  if (live.published) return live.said !== newest.said
  // Of a page that nobody reads yet, the French is published first.
  return locale === 'en' && newest.said !== canonicalJson(names.map(() => null))
}

/** A value as JSON holds it; nothing, an empty text, an empty list and a box without its tick say nothing. */
const said = (value: unknown): unknown =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0) ? null : value
