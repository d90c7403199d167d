import type { Preview } from '../../content/pages/preview-token.ts'

/** Whoever holds the link was given the right to read this one record, whatever its state. */
export const asDraft = ({ id, lang }: Pick<Preview, 'id' | 'lang'>) =>
  ({
    id,
    draft: true,
    locale: lang,
    fallbackLocale: false as const,
    depth: 1,
    disableErrors: true,
    overrideAccess: true,
  }) as const
