import type { Payload } from 'payload'

import { isJsonObject } from '../../lib/json-object.ts'
import { period } from './period.ts'
import { APPLICATION_MONTHS, MEMBER_MONTHS, MESSAGE_MONTHS } from '../retention.ts'

type Lang = 'fr' | 'en'

/** What the notice says in place of a name in braces: facts of Identité, and the terms that the timers apply. */
type Facts = { legalName?: string | null; seat?: string | null; email?: string | null }

const ABSENT = {
  fr: { legalName: 'la CPOF', seat: 'son siège', email: 'le formulaire de contact du site' },
  en: { legalName: 'the CPOF', seat: 'its seat', email: 'the contact form of the site' },
} as const satisfies Record<Lang, Required<Facts>>

/** The term in which the law has a request answered (GDPR, article 12(3)). */
const REPLY_MONTHS = 1

const MERGE: Readonly<Record<string, (lang: Lang, facts: Facts) => string>> = {
  responsable: (lang, { legalName }) => legalName || ABSENT[lang].legalName,
  siège: (lang, { seat }) => seat || ABSENT[lang].seat,
  courriel: (lang, { email }) => email || ABSENT[lang].email,
  'durée membre': (lang) => period(lang, MEMBER_MONTHS),
  'durée refus': (lang) => period(lang, APPLICATION_MONTHS.rejected),
  'durée sans signature': (lang) => period(lang, APPLICATION_MONTHS.expired),
  'durée courriels': (lang) => period(lang, MESSAGE_MONTHS),
  'délai de réponse': (lang) => period(lang, REPLY_MONTHS),
}

/** The names that a notice may put in braces, in the order in which the form lists them. */
export const MERGE_FIELDS: readonly string[] = Object.keys(MERGE)

/** Without these a notice does not say what articles 13(1)(a) and 13(2)(a) of the GDPR ask for. */
const NEEDED = ['responsable', 'courriel', 'durée membre', 'durée refus', 'durée sans signature']

/** A term written out by hand, which nothing would keep. */
const TYPED_TERM =
  /(?:\d+|\b(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|soixante|one|two|three|four|five|ten|twelve))[\s\u00a0\u202f]+(?:ans?|années?|mois|semaines?|jours?|years?|months?|weeks?|days?)(?![\p{L}])/iu

const BRACES = /\{([^{}]*)\}/g

/**
 * What keeps a text from being the privacy notice: a name in braces that stands for nothing, one that is needed and
 * missing, or a term typed by hand, which may promise what no timer does. Sentences in French, for who writes it.
 *
 * @param text the notice as the editors wrote it
 * @returns one sentence for each fault, none for a text that may be published
 */
export function faultsOfNotice(text: string): string[] {
  const named = [...text.matchAll(BRACES)].map(([, name = '']) => name)
  const unknown = named.filter((name) => !MERGE_FIELDS.includes(name))
  const missing = NEEDED.filter((name) => !named.includes(name))
  const typed = TYPED_TERM.exec(text)
  return [
    ...unknown.map((name) => `{${name}} ne correspond à rien.`),
    ...missing.map((name) => `Il manque {${name}}.`),
    ...(typed ? [`«\u00a0${typed[0]}\u00a0»\u00a0: une durée s’écrit par son champ, par exemple {durée refus}.`] : []),
  ]
}

/** The notice until the editors write their own. */
export const FIRST_NOTICE: Readonly<Record<Lang, string>> = {
  fr: [
    'Responsable du traitement\u00a0: {responsable}. Pour toute question sur vos données\u00a0: {courriel}.',
    'Ces données servent à étudier votre demande, à recueillir la signature de la charte et à gérer l’adhésion\u00a0: c’est l’exécution du contrat que vous nous demandez.',
    'Le secrétariat et les membres du Bureau les lisent\u00a0; nous ne les cédons à personne. Le nom de l’organisme, sa ville et sa présentation paraissent dans l’annuaire des membres, jamais le nom du signataire.',
    'Nous les gardons pendant l’adhésion et {durée membre} après sa fin. Une demande refusée, classée ou retirée est effacée au bout de {durée refus}, une demande jamais signée au bout de {durée sans signature}, un courriel au bout de {durée courriels}.',
    'Vous pouvez demander à les consulter, à les corriger ou à les effacer, vous opposer à leur usage\u00a0: nous répondons en {délai de réponse} au plus. Vous pouvez aussi saisir la CNIL.',
  ].join('\n\n'),
  en: [
    'Controller: {responsable}. For any question about your data: {courriel}.',
    'We use these data to examine your application, to have the charter signed and to manage the membership: they are needed for the contract that you ask us for.',
    'The secretariat and the members of the Bureau read them; we give them to nobody. The name of the organisation, its town and its description appear in the directory of members, the name of the signatory never does.',
    'We keep them during the membership and for {durée membre} after its end. An application that was refused, closed or withdrawn is erased after {durée refus}, one that was never signed after {durée sans signature}, an e-mail after {durée courriels}.',
    'You may ask to see, correct or erase them, object to their use: we answer within {délai de réponse}. You may also complain to the CNIL.',
  ].join('\n\n'),
}

/** Names the notice of `FIRST_NOTICE`; raised whenever that text changes. */
const FIRST_VERSION = '2026-11-30'

export type PrivacyNotice = {
  /** Names the text: when the editors last wrote it (ISO 8601), or the day of the one that the software brings. */
  version: string
  /** The language of `paragraphs`: French where there is no translation. */
  lang: Lang
  /** Plain text, without braces. */
  paragraphs: readonly string[]
}

const merged = (text: string, lang: Lang, facts: Facts): string[] =>
  text
    .replace(BRACES, (whole, name: string) => MERGE[name]?.(lang, facts) ?? whole)
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

const written = (payload: Payload): Promise<Written> =>
  payload.findGlobal({ slug: 'privacy-notice', locale: 'all', depth: 0, overrideAccess: true })

type Written = { text?: unknown; updatedAt?: string | null }

const versionOf = ({ text, updatedAt }: Written): string =>
  inLanguage(text, 'fr') === '' ? FIRST_VERSION : (updatedAt ?? FIRST_VERSION)

/** The version of the notice in force, which an application keeps. */
export const noticeVersion = async (payload: Payload): Promise<string> => versionOf(await written(payload))

/**
 * The privacy notice in force, as people read it before they send their data (GDPR, article 13): the text of the
 * editors, with the names of Identité and the terms of the retention table in place of what stands in braces.
 *
 * @param lang the language that is asked for; what is not translated comes in French
 */
export async function privacyNotice(payload: Payload, lang: Lang): Promise<PrivacyNotice> {
  const notice = await written(payload)
  const identity = await payload.findGlobal({ slug: 'identity', depth: 0, overrideAccess: true })
  const version = versionOf(notice)
  const [french, own] = [inLanguage(notice.text, 'fr'), inLanguage(notice.text, lang)]
  if (french === '') return { version, lang, paragraphs: merged(FIRST_NOTICE[lang], lang, identity) }
  const spoken = own === '' ? 'fr' : lang
  return { version, lang: spoken, paragraphs: merged(own || french, spoken, identity) }
}

/** What a field in all languages says in one, nothing where it says nothing. */
const inLanguage = (texts: unknown, lang: Lang): string => {
  const text = isJsonObject(texts) ? texts[lang] : ''
  return typeof text === 'string' ? text.trim() : ''
}
