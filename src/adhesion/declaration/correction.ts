import type { Fault } from '../../lib/errors.ts'
import type { Declaration } from '../declaration-types.ts'
import { NOT_AN_OBJECT } from './flaws.ts'
import { isObject } from './object-reader.ts'
import { parseDeclaration } from './parse-declaration.ts'

export type Correction =
  | { ok: true; declaration: Declaration; changed: DeclarationPath[]; warnings: Fault[] }
  | { ok: false; faults: Fault[] }

/** Every place that an applicant fills in, in the order of the shape. */
export const DECLARATION_PATHS = [
  'kind',
  'organisation.legalName',
  'organisation.acronym',
  'organisation.legalForm',
  'organisation.siret',
  'organisation.country',
  'organisation.registerNumber',
  'organisation.rna',
  'organisation.nda',
  'organisation.qualiopi.status',
  'organisation.qualiopi.certifier',
  'organisation.qualiopi.certificateNumber',
  'organisation.qualiopi.categories',
  'organisation.qualiopi.validFrom',
  'organisation.qualiopi.validUntil',
  'organisation.address.line1',
  'organisation.address.line2',
  'organisation.address.postalCode',
  'organisation.address.city',
  'organisation.address.region',
  'organisation.website',
  'organisation.description',
  'representative.firstName',
  'representative.lastName',
  'representative.function',
  'representative.capacity',
  'representative.email',
  'representative.phone',
  'contact.firstName',
  'contact.lastName',
  'contact.email',
  'contact.phone',
  'contact.function',
  'motivation',
  'privacyNoticeRead',
] as const

/** Follows from the address, so that what was found for the last one is no claim about the next. */
const REGION: DeclarationPath = 'organisation.address.region'

export type DeclarationPath = (typeof DECLARATION_PATHS)[number]

/**
 * Reads a correction: only the keys given change, at every depth; null, or an empty text, clears what may be
 * left out. The whole is then held to the rules of a new declaration, with the same faults. Derived values
 * (SIREN, keys, region) follow; `changed` names the places that differ, the region among them, in order.
 */
export function parseCorrection(body: unknown, current: Declaration): Correction {
  if (!isObject(body)) return { ok: false, faults: [{ path: '', ...NOT_AN_OBJECT }] }
  const settled = valueAt(body, REGION) === undefined ? current.organisation.address : undefined
  const parsed = parseDeclaration(overlaid(declaredAgain(current), body), settled)
  if (!parsed.ok) return parsed
  const { declaration, warnings } = parsed
  const changed = DECLARATION_PATHS.filter(
    (path) => JSON.stringify(valueAt(current, path)) !== JSON.stringify(valueAt(declaration, path)),
  )
  return { ok: true, declaration, changed, warnings }
}

type Tree = Readonly<Record<string, unknown>>

/** The present declaration as its applicant would send it. */
function declaredAgain(current: Declaration): Tree {
  return DECLARATION_PATHS.filter((path) => path !== REGION).reduce<Tree>((tree, path) => {
    const value = valueAt(current, path)
    return value === undefined || value === null ? tree : withValue(tree, path.split('.'), value)
  }, {})
}

function overlaid(base: Tree, changes: Tree): Tree {
  const merged = Object.entries(changes).map(([key, value]): [string, unknown] => {
    const before = Object.hasOwn(base, key) ? base[key] : undefined
    return [key, isObject(before) && isObject(value) ? overlaid(before, value) : value]
  })
  return { ...base, ...Object.fromEntries<unknown>(merged) }
}

function withValue(tree: Tree, [key = '', ...deeper]: string[], value: unknown): Tree {
  const part = tree[key]
  return { ...tree, [key]: deeper.length > 0 ? withValue(isObject(part) ? part : {}, deeper, value) : value }
}

function valueAt(root: unknown, path: DeclarationPath): unknown {
  return path.split('.').reduce<unknown>((part, key) => (isObject(part) ? part[key] : undefined), root)
}
