import type { Preview } from '../../content/pages/preview-token.ts'

/** How a preview reads its record, whatever its state: whoever holds the link was given the right to read this one. */
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
