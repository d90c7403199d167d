import { issueAt, invalidInput } from '../input/issue.ts'
import { formatDateTime } from '../lib/dates.ts'
import { DomainError } from '../lib/errors.ts'
import { isJsonObject } from '../lib/json-object.ts'

/** The state of a record that a write was made on: when it was last changed, its revision, or both. */
export type Base = { updatedAt?: number; rev?: number }

/** What a record says of its last change. */
export type Written = { updatedAt?: unknown; rev?: unknown; changedBy?: unknown }

const momentOf = (value: unknown): number | null => {
  if (!(typeof value === 'string' || value instanceof Date)) return null
  const moment = new Date(value).getTime()
  return Number.isNaN(moment) ? null : moment
}

/**
 * The state that a write says it was made on: the `updatedAt` or `rev` of its document, and `If-Match` (RFC 9110, 13.1.1)
 * with either as its one entity tag, quoted or not; `*` says nothing of a state.
 * @returns null where it says none
 * @throws DomainError 400 for an `If-Match` that is neither
 */
export function baseIn(document: unknown, ifMatch: string | null): Base | null {
  const said = isJsonObject(document) ? document : {}
  const updatedAt = momentOf(said['updatedAt'])
  const rev = typeof said['rev'] === 'number' ? said['rev'] : null
  const base = { ...(updatedAt === null ? {} : { updatedAt }), ...(rev === null ? {} : { rev }), ...tagIn(ifMatch) }
  return Object.keys(base).length > 0 ? base : null
}

function tagIn(ifMatch: string | null): Base {
  const text = (ifMatch ?? '*').trim()
  if (text === '*') return {}
  const tag = /^(?:W\/)?"([^"]*)"$/.exec(text)?.[1] ?? text
  if (/^\d{1,9}$/.test(tag)) return { rev: Number(tag) }
  const updatedAt = /^\d{4}-\d{2}-\d{2}T/.test(tag) ? momentOf(tag) : null
  if (updatedAt === null) throw invalidInput([issueAt('If-Match', 'not-a-moment')])
  return { updatedAt }
}

/**
 * Compares the state that a write was made on with the present one.
 * @returns null where both are the same; else the refusal, 409 `stale`, which says who changed the record and when
 */
export function staleWrite(base: Base, present: Written): DomainError | null {
  const changedAt = momentOf(present.updatedAt)
  const isStale =
    (base.updatedAt !== undefined && changedAt !== null && base.updatedAt !== changedAt) ||
    (base.rev !== undefined && typeof present.rev === 'number' && base.rev !== present.rev)
  if (!isStale) return null
  const by = typeof present.changedBy === 'string' ? present.changedBy : null
  const at = changedAt === null ? null : new Date(changedAt)
  const when = at ? { fr: ` le ${formatDateTime(at)}`, en: ` at ${at.toISOString()}` } : { fr: '', en: '' }
  const messages = {
    fr: `Cette fiche a été modifiée${by === null ? '' : ` par ${by}`}${when.fr} après que vous l’avez ouverte. Rien n’est enregistré. Relisez-la ou gardez votre texte.`,
    en: `This record was changed${by === null ? '' : ` by ${by}`}${when.en} after you opened it. Nothing is saved. Read it again or keep your text.`,
  }
  return new DomainError('Conflict', 'stale', 409, messages, {
    issues: [{ path: 'updatedAt', code: 'stale', messages }],
    extra: {
      changedBy: by,
      changedAt: at?.toISOString() ?? null,
      updatedAt: at?.toISOString() ?? null,
      ...(typeof present.rev === 'number' ? { rev: present.rev } : {}),
    },
  })
}

/** A form of the panel does not say which state of the record it was filled in on (RFC 6585, 3). */
export const noBase = (): DomainError =>
  new DomainError('PreconditionRequired', 'base-required', 428, {
    fr: 'Ce formulaire ne dit pas quel état de la fiche il modifie\u00a0: rechargez la page.',
    en: 'This form does not say which state of the record it changes: reload the page.',
  })
