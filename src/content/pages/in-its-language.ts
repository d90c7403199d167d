import type { PayloadRequest } from 'payload'
import { shadow } from '../../lib/shadow.ts'

/**
 * A request in the same transaction: Payload notes the language of a nested call on its request, and the write that waits
 * for us has its own.
 */
export const inItsLanguage = (req: PayloadRequest): PayloadRequest =>
  shadow(req, { locale: req.locale, fallbackLocale: req.fallbackLocale })
