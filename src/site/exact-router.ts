import { Router } from 'express'

/** A router whose patterns mean what they say: another case, or a slash at the end, is another address. */
export const exactRouter = (): Router => Router({ caseSensitive: true, strict: true })
