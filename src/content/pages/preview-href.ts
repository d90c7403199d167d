import { previewToken, type Draft } from './preview-token.ts'

/** The address below which previews stand. */
export const PREVIEW = '/apercu'

/** The address under which the newest draft of a record may be shown around. */
export const previewHref = (secret: string, draft: Draft, now: Date): string =>
  `${PREVIEW}/${previewToken(secret, draft, now)}`
