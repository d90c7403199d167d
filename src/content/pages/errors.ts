import { DomainError, type Messages } from '../../lib/errors.ts'
import { DEEPEST } from './tree.ts'

const wrongParent = (code: string, messages: Messages) =>
  new DomainError('ValidationError', code, 400, messages, { at: 'parent' })

/** A page would stand below itself. */
export const belowItself = () =>
  wrongParent('below-itself', {
    fr: 'Une page ne peut pas se ranger sous elle-même ni sous une de ses sous-pages.',
    en: 'A page cannot stand below itself or below one of its own pages.',
  })

/** A page would stand deeper than addresses go. */
export const tooDeep = () =>
  wrongParent('too-deep', {
    fr: `Une adresse a ${DEEPEST} étages au plus\u00a0: rangez cette page plus haut.`,
    en: `An address has at most ${DEEPEST} levels: put this page higher.`,
  })

/** 400: the page above is not published, so nobody could reach this one by it. */
export const parentUnpublished = () =>
  wrongParent('parent-unpublished', {
    fr: 'Publiez d’abord la page sous laquelle celle-ci se range.',
    en: 'Publish first the page below which this one stands.',
  })

/** The front of the site is no part of another page, and has none. */
export const homeStandsAlone = () =>
  wrongParent('home-stands-alone', {
    fr: 'La page d’accueil ne se range sous aucune page, et aucune ne se range sous elle.',
    en: 'The home page stands below no page, and none stands below it.',
  })

/** 409: the page has others below it. */
export const hasPagesBelow = () =>
  new DomainError('Conflict', 'has-pages-below', 409, {
    fr: 'Cette page en a d’autres sous elle\u00a0: rangez-les ailleurs ou supprimez-les d’abord.',
    en: 'This page has others below it: move or delete them first.',
  })

/** The site shows something of its own at this address. */
export const addressIsOurs = (slug: string) =>
  new DomainError(
    'ValidationError',
    'address-taken',
    400,
    {
      fr: `L’adresse «\u00a0${slug}\u00a0» est celle d’une page du site lui-même\u00a0: choisissez-en une autre.`,
      en: `The address "${slug}" belongs to a page of the site itself: choose another one.`,
    },
    { at: 'slug' },
  )

/** 410: the content of this address was taken back, and nothing has taken its place. */
export const addressIsGone = () =>
  new DomainError('Gone', 'address-gone', 410, {
    fr: 'Ce qui se lisait à cette adresse n’est plus publié.',
    en: 'What stood at this address is no longer published.',
  })
