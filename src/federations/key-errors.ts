import { DomainError } from '../lib/errors.ts'

/** 401: the key is not known, is not confirmed, has ended, was revoked, or its federation is no active member. */
export const badKey = () =>
  new DomainError('UnauthorizedError', 'bad-key', 401, {
    fr: 'Cette clé d’API n’est pas valable\u00a0: inconnue, échue, révoquée, ou d’un réseau qui n’est plus membre actif.',
    en: 'This API key is not valid: unknown, expired, revoked, or of a federation that is no longer an active member.',
  })

/** 403: the key is good, and not for this. */
export const scopeMissing = (scope: string) =>
  new DomainError('Forbidden', 'scope-missing', 403, {
    fr: `Cette clé d’API ne permet pas cette action (portée «\u00a0${scope}\u00a0»).`,
    en: `This API key is not for this (scope "${scope}").`,
  })

/** 409: nobody revokes twice, and what is revoked is not confirmed. */
export const alreadyRevoked = () =>
  new DomainError('Conflict', 'already-revoked', 409, {
    fr: 'Cette clé est déjà révoquée.',
    en: 'This key is revoked already.',
  })

/** 409: the key would have ended before it was confirmed. */
export const keyExpired = () =>
  new DomainError('Conflict', 'key-expired', 409, {
    fr: 'Cette clé est échue\u00a0: écartez-la et proposez-en une autre.',
    en: 'This key has expired: revoke it and propose another.',
  })

/** 409: the organisation is no active member today. */
export const federationNotCurrent = () =>
  new DomainError('Conflict', 'federation-not-current', 409, {
    fr: 'Ce réseau n’est pas membre actif aujourd’hui\u00a0: aucune clé ne peut être à lui.',
    en: 'This federation is no active member today: no key can be its own.',
  })
