import { isRefused, issue } from '../../input/issue.ts'
import { readInPart } from '../../input/read.ts'
import type { Issue } from '../../lib/errors.ts'
import { fold } from '../../lib/fold.ts'
import { valueAt } from '../../lib/paths.ts'
import { isOverseas, suitsRegister } from '../../organisation/countries.ts'
import { identifierKey, registerCore } from '../../organisation/identifier-key.ts'
import { parseNda } from '../../organisation/nda.ts'
import { parsePhone, phoneHome } from '../../organisation/phone.ts'
import {
  QUALIOPI_CATEGORIES,
  QUALIOPI_STATUSES,
  qualiopiPeriodIssue,
  qualiopiWarnings,
} from '../../organisation/qualiopi.ts'
import { parseRna } from '../../organisation/rna.ts'
import { parseSiret } from '../../organisation/siret.ts'
import type { Address, Declaration } from './declaration-types.ts'
import { DECLARATION } from './schema.ts'
import { asAsked } from './asked-for.ts'
import { DeclarationInPart } from './in-part.ts'
import { judgePlace } from './judge-place.ts'

export type ParsedDeclaration =
  | { ok: true; declaration: Declaration; warnings: Issue[] }
  | { ok: false; issues: Issue[] }

/**
 * Reads what an applicant declares. Everything wrong is told at once, in the order of the shape; a field that
 * does not exist or is not a caller's to set is refused by name (`unknown-field`, `not-settable`). Warnings
 * are questions for the secretariat and refuse nothing. `settled` is an address whose region was told before:
 * as long as it stays the same the region is not asked again.
 */
export function parseDeclaration(body: unknown, settled?: Address): ParsedDeclaration {
  const { value, issues } = readInPart(DECLARATION, body)
  return declarationIn(value, issues, settled)
}

/** Judges a declaration whose fields were read one by one: `faults` are what was wrong with them. */
export function declarationIn(value: unknown, issues: readonly Issue[], settled?: Address): ParsedDeclaration {
  const given = new DeclarationInPart(value, issues)
  if (issues.some(({ path }) => path === '')) return { ok: false, issues: given.issues }
  const country = countryMeant(given)
  judgeIdentifiers(given, country)
  judgeQualiopi(given)
  judgePlace(given, country, settled)
  judgePhones(given, country)
  const found = given.issues
  if (found.length > 0) return { ok: false, issues: found.map(asAsked) }
  const declaration: unknown = given.tree
  if (!isDeclaration(declaration)) throw new Error('A declaration without faults lacks a required field')
  return { ok: true, declaration, warnings: given.warnings }
}

/** The country on which other fields depend; undefined when it cannot be read. */
function countryMeant(given: DeclarationInPart): string | undefined {
  return given.has('organisation.country') ? given.text('organisation.country') : 'FR'
}

/** Under which identifier the organisation is known: a SIRET in France, a register abroad. */
function judgeIdentifiers(given: DeclarationInPart, country: string | undefined): void {
  const abroad = country !== undefined && country !== 'FR'
  if (abroad && !isOverseas(country) && given.text('kind') === 'member')
    given.refuse('organisation.country', issue('member-abroad'))
  const siren = judgeSiret(given, country, abroad)
  if (abroad && !given.has('organisation.registerNumber'))
    given.refuse('organisation.registerNumber', issue('register-number-missing'))
  const rna = judgeRna(given, abroad)
  const nda = given.text('organisation.nda')
  if (nda !== undefined) {
    const read = parseNda(nda)
    given.set('organisation.nda', read.nda || undefined)
    for (const warning of read.warnings) given.warn('organisation.nda', warning)
  }
  const registerNumber = given.text('organisation.registerNumber')
  if (country && registerNumber && !suitsRegister(country, registerCore(registerNumber)))
    given.refuse('organisation.registerNumber', issue(country === 'NC' ? 'ridet-format' : 'tahiti-format'))
  given.set('organisation.country', country)
  if (siren || rna || (country && registerNumber))
    given.set('organisation.identifierKey', identifierKey({ siren, rna, country, registerNumber }))
  given.set(
    'organisation.searchKey',
    fold(`${given.text('organisation.legalName') ?? ''} ${given.text('organisation.acronym') ?? ''}`),
  )
}

/** Returns the SIREN. */
function judgeSiret(given: DeclarationInPart, country: string | undefined, abroad: boolean): string | undefined {
  const path = 'organisation.siret'
  if (abroad && given.has(path)) given.refuse(path, issue('siret-abroad'))
  if (!given.has(path) && country === 'FR') given.refuse(path, issue('siret-missing'))
  const typed = given.text(path)
  if (typed === undefined) return undefined
  const read = parseSiret(typed)
  if (isRefused(read)) {
    given.refuse(path, read.issue)
    return undefined
  }
  given.set(path, read.siret)
  given.set('organisation.siren', read.siren)
  return read.siren
}

/** Returns the RNA. */
function judgeRna(given: DeclarationInPart, abroad: boolean): string | undefined {
  const path = 'organisation.rna'
  if (abroad && given.has(path)) given.refuse(path, issue('rna-abroad'))
  const typed = given.text(path)
  if (typed === undefined) return undefined
  const read = parseRna(typed)
  if (isRefused(read)) {
    given.refuse(path, read.issue)
    return undefined
  }
  given.set(path, read.rna)
  return read.rna
}

/** What is said of a certificate; its categories each once and in their own order, so that the same choice is the same declaration. */
function judgeQualiopi(given: DeclarationInPart): void {
  if (!given.hasPart('organisation.qualiopi')) return
  const text = (name: 'certifier' | 'certificateNumber' | 'validFrom' | 'validUntil') =>
    given.text(`organisation.qualiopi.${name}`)
  const [validFrom, validUntil] = [text('validFrom'), text('validUntil')]
  const period = qualiopiPeriodIssue({ validFrom, validUntil })
  if (period) given.refuse('organisation.qualiopi.validUntil', period)
  const chosen = given.list('organisation.qualiopi.categories')
  if (chosen) {
    const categories = QUALIOPI_CATEGORIES.map(({ id }) => id).filter((id) => chosen.includes(id))
    given.set('organisation.qualiopi.categories', categories.length > 0 ? categories : undefined)
  }
  const status = QUALIOPI_STATUSES.find(({ id }) => id === given.text('organisation.qualiopi.status'))?.id
  if (!status) return
  const [certifier, certificateNumber] = [text('certifier'), text('certificateNumber')]
  for (const warning of qualiopiWarnings({ status, certifier, certificateNumber, validFrom, validUntil }))
    given.warn('organisation.qualiopi.status', warning)
}

/** A phone number without a calling code is read where the organisation is. */
function judgePhones(given: DeclarationInPart, country: string | undefined): void {
  const home = phoneHome(country ?? '', given.text('organisation.address.postalCode') ?? '')
  for (const path of ['representative.phone', 'contact.phone'] as const) {
    const typed = given.text(path)
    const read = typed === undefined ? undefined : parsePhone(typed, home)
    if (read && isRefused(read)) given.refuse(path, read.issue)
    else if (read) given.set(path, read.phone)
  }
}

/** Places that a declaration always has. */
const ALWAYS = ['kind', 'organisation.identifierKey', 'organisation.address.city', 'representative.email'] as const

const isDeclaration = (value: unknown): value is Declaration =>
  ALWAYS.every((path) => typeof valueAt(value, path) === 'string')
