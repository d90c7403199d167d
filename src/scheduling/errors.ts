import { DomainError } from '../lib/errors.ts'

/** 404: no record of this id, or one that this person may not see. */
export const unknownDraft = () =>
  new DomainError('NotFound', 'not-found', 404, {
    fr: 'Cet enregistrement n’existe pas.',
    en: 'There is no such record.',
  })

/** 409: what would be published is published already. */
export const nothingToPublish = () =>
  new DomainError('Conflict', 'nothing-to-publish', 409, {
    fr: 'La version la plus récente est déjà publiée\u00a0: modifiez-la d’abord.',
    en: 'The newest version is published already: change it first.',
  })

/** 409: nothing is scheduled any more. */
export const nothingScheduled = () =>
  new DomainError('Conflict', 'nothing-scheduled', 409, {
    fr: 'Aucune publication n’est programmée.',
    en: 'No publication is scheduled.',
  })
