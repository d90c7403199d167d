import type { CollectionBeforeValidateHook } from 'payload'
import { HOME_SLUG } from '../src/content/pages/home.ts'
import type { Page } from '../src/payload-types.ts'

/** Gives a page its French address in English too, until somebody writes one in English; the front page always has it. */
export const englishAddress: CollectionBeforeValidateHook<Page> = ({ data, originalDoc }) => {
  if (!data) return data
  const slug = data.slug ?? originalDoc?.slug
  const english = data.englishSlug ?? originalDoc?.englishSlug
  const follows = !english || english === originalDoc?.slug || slug === HOME_SLUG
  if (slug && follows) data.englishSlug = slug
  return data
}
