import { DECLARED_FIELDS, type DeclaredField } from '../../organisation/declared-fields.ts'
import { regionName } from '../../organisation/declared-words.ts'
import { mailLabel } from '../../record/mail-labels.ts'
import type { Column } from './columns.ts'

/** Collections that are given out as a table. */
export type Exported = 'adhesions' | 'members' | 'mandates' | 'messages'

const at = (...paths: string[]): Column[] => paths.map((path) => ({ path }))

const DECLARED: readonly DeclaredField[] = DECLARED_FIELDS

/** The stored fields of the table of declared fields under some parts, with the SIREN beside the SIRET. */
const declaredUnder = (...parts: string[]): Column[] =>
  DECLARED.filter(({ path }) => parts.some((part) => path.startsWith(`${part}.`))).flatMap(({ path, label }) => [
    ...(path === 'organisation.siret' ? at('organisation.siren') : []),
    { path, heading: label },
  ])

/** The columns of each collection's table, in their order. A field that stands here is read by whom access lets read it. */
export const TABLES: Readonly<Record<Exported, readonly Column[]>> = {
  adhesions: [
    ...at('reference', 'kind', 'status', 'enteredStateAt', 'termOn', 'claimedBy'),
    ...declaredUnder('organisation', 'representative', 'contact'),
    ...at('motivation', 'createdAt', 'signedAt', 'powerToBind.source', 'decidedOn', 'member'),
    ...at('refusal.text', 'refusal.notifiedAt', 'closeReason', 'endedAt'),
  ],
  members: [
    ...at('legalName', 'acronym', 'kind', 'status', 'effectiveOn', 'endedOn', 'origin', 'deliberation'),
    ...at('adhesion', 'network', 'confirmed', 'directory.listed'),
    { path: 'directory.city', heading: 'Commune dans l’annuaire' },
    { path: 'directory.region', heading: 'Région dans l’annuaire', words: regionName },
    ...declaredUnder('organisation', 'representative', 'contact').filter(
      // The name stands first, as the directory shows it.
      ({ path }) => path !== 'organisation.legalName' && path !== 'organisation.acronym',
    ),
  ],
  mandates: at('person', 'body', 'role', 'onBehalfOf', 'firstDay', 'lastDay', 'deliberation', 'confirmed'),
  messages: [
    ...at('createdAt'),
    { path: 'template', heading: 'Courriel', words: mailLabel },
    ...at('adhesion', 'recipient', 'status', 'attempts', 'sentAt', 'notBefore', 'lastError', 'response'),
  ],
}
