import { DomainError, type Messages } from '../lib/errors.ts'

const refusal = (name: string, code: string, status: number, messages: Messages) =>
  new DomainError(name, code, status, messages)

export const adoptedForGood = () =>
  refusal('Conflict', 'adopted-is-immutable', 409, {
    fr: 'Cette version de la charte est adoptée\u00a0: elle ne change plus. Préparez une nouvelle version.',
    en: 'This version of the charter is adopted and does not change any more. Prepare a new version.',
  })

export const textChanged = () =>
  refusal('Conflict', 'text-changed', 409, {
    fr: 'Le texte a changé depuis la proposition\u00a0: abandonnez-la, relisez le texte et proposez de nouveau son adoption.',
    en: 'The text has changed since the proposal: discard it, read the text again and propose its adoption anew.',
  })

export const emptyText = () =>
  refusal('Conflict', 'empty-text', 409, {
    fr: 'Cette version n’a pas encore de texte\u00a0: il n’y a rien à adopter.',
    en: 'This version has no text yet: there is nothing to adopt.',
  })

export const effectiveInThePast = () =>
  refusal('ValidationError', 'effective-in-the-past', 400, {
    fr: 'Une version n’entre pas en vigueur avant aujourd’hui\u00a0: des signatures existent déjà sous la précédente.',
    en: 'A version does not take effect before today: signatures already exist under the previous one.',
  })

export const numberNotHighest = (highest: number) =>
  refusal('Conflict', 'number-not-highest', 409, {
    fr: `La version ${highest} est déjà adoptée\u00a0: donnez à celle-ci un numéro plus élevé.`,
    en: `Version ${highest} is already adopted: give this one a higher number.`,
  })
