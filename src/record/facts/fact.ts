import type { z } from 'zod'
import { isJsonObject, type JsonObject } from '../../lib/json-object.ts'

/** The actor of a fact, as the journal keeps them. */
export type FactActor =
  | { kind: 'system'; name?: string }
  /** `person` is whom the account acts for. */
  | { kind: 'staff'; id: string; name: string; person?: string | null; requestId: string | null }
  | { kind: 'anybody'; requestId: string | null }
  /** `name` is the federation's, `key` the id of the key that was used. */
  | { kind: 'federation'; name: string; member: string; key: string; requestId: string | null }
  /** `capability` is the uid of the link that was used. */
  | { kind: 'applicant' | 'representative'; capability: string | null; requestId: string | null }

/** The evidence of a stored row: a field that the row lacks, or that was erased, is undefined. */
type Known<Evidence extends z.ZodObject> = { [Field in keyof z.infer<Evidence>]?: z.infer<Evidence>[Field] | undefined }

type Declaration<Evidence extends z.ZodObject, Shown extends keyof z.infer<Evidence>> = {
  /** The schema of the evidence that is kept besides the actor. The names of its fields stand in the database: they never change. */
  evidence: Evidence
  /** The sentence for the staff. `by` is « Jeanne Martin », « le représentant », or empty. */
  office: (evidence: Known<Evidence> & { by: string }) => string
  /**
   * The sentence for the applicant, made from the fields in `shows` alone; null for a fact that applicants are not
   * told.
   */
  applicant: string | { shows: readonly Shown[]; sentence: (evidence: Pick<Known<Evidence>, Shown>) => string } | null
  /** True for a fact that whoever is recused on the application may not read: votes and notes. */
  hiddenFromRecused?: true
  /** The fields that a row of an earlier version holds under other names. */
  formerly?: (row: JsonObject) => JsonObject
}

/** One type of fact of the journal: what its evidence holds, what is said of it, and to whom. */
export type Fact<Evidence extends z.ZodObject = z.ZodObject> = {
  evidence: Evidence
  /** The sentence for the staff, from the evidence of a row; what an erased row lacks is left out. */
  office: (row: unknown) => string
  /** The sentence for the applicant, or null for a fact that applicants are not told. */
  applicant: ((row: unknown) => string | null) | null
  hiddenFromRecused: boolean
}

/** Declares one type of fact. */
export function fact<Evidence extends z.ZodObject, const Shown extends keyof z.infer<Evidence> = never>({
  evidence,
  office,
  applicant,
  hiddenFromRecused,
  formerly,
}: Declaration<Evidence, Shown>): Fact<Evidence> {
  const known = (row: unknown) => readKnown(evidence, row, formerly)
  const toApplicant = (row: unknown) => {
    if (applicant === null || typeof applicant === 'string') return applicant
    return applicant.sentence(only(known(row), applicant.shows))
  }
  return {
    evidence,
    office: (row) => office({ ...known(row), by: nameOfActor(row) }),
    applicant: applicant === null ? null : toApplicant,
    hiddenFromRecused: hiddenFromRecused === true,
  }
}

/** Reads a stored row field by field, so that one field in an older form does not hide the others. */
function readKnown<Evidence extends z.ZodObject>(
  evidence: Evidence,
  stored: unknown,
  formerly?: (row: JsonObject) => JsonObject,
): Known<Evidence> {
  if (!isJsonObject(stored)) return {}
  const row = { ...formerly?.(stored), ...stored }
  const fields = Object.entries(evidence.shape).flatMap(([field, schema]) => {
    const { success, data } = (schema as z.ZodType).safeParse(row[field])
    return success ? [[field, data]] : []
  })
  return Object.fromEntries(fields) as Known<Evidence>
}

function only<Row extends object, Field extends keyof Row>(row: Row, fields: readonly Field[]): Pick<Row, Field> {
  return Object.fromEntries(fields.map((field) => [field, row[field]])) as Pick<Row, Field>
}

function nameOfActor(row: unknown): string {
  const actor = isJsonObject(row) ? row['actor'] : null
  if (!isJsonObject(actor)) return ''
  if (typeof actor['name'] === 'string') return actor['name']
  if (actor['kind'] === 'representative') return 'le représentant'
  return actor['kind'] === 'applicant' ? 'l’organisme' : ''
}
