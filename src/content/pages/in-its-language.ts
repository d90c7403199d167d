import type { PayloadRequest } from 'payload'
import { aside } from '../../lib/aside.ts'

/**
 * A request in the same transaction: Payload notes the language of a nested call on its request, and the write that waits
 * for us has its own.
 */
export const inItsLanguage = (req: PayloadRequest): PayloadRequest =>
  aside(req, { locale: req.locale, fallbackLocale: req.fallbackLocale })
