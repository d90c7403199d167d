import { previewToken } from './preview-token.ts'

/** Where previews are. */
export const PREVIEW = '/apercu'

/** The address under which a page's newest draft may be shown around. */
export const previewHref = (secret: string, page: string, lang: 'fr' | 'en', now: Date): string => `${PREVIEW}/${previewToken(secret, page, lang, now)}`
