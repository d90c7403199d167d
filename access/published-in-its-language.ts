import type { PayloadRequest, Where } from 'payload'
import { published } from '../src/content/public-kind.ts'
import { hasRole } from './actors.ts'

/**
 * Published pages for everybody, in English those whose English was published as well; drafts for editors. Who asks for
 * all languages at once is nobody but an editor: the answer would hold both.
 */
export const publishedInItsLanguage = ({ req }: { req: PayloadRequest }): boolean | Where => {
  if (hasRole(req, 'editor')) return true
  const asked: unknown[] = [req.locale, req.fallbackLocale].flat()
  if (asked.includes('all') || asked.includes('*')) return false
  return asked.includes('en') ? { and: [published(), { 'translated.en': { equals: true } }] } : published()
}
