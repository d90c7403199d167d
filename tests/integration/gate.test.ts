import { QueryError, type CollectionSlug, type FlattenedField, type Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issuesOfSort, issuesOfWhere } from '../../src/api/gate-where.ts'
import { gateRules, type GateRules } from '../../src/api/gate.ts'
import { startApp, type TestApp } from '../support/app.ts'

let app: TestApp
let rules: GateRules

beforeAll(async () => {
  app = await startApp({ LOG_LEVEL: 'silent' })
  rules = gateRules(app.config)
})

afterAll(() => app.stop())

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  'greater_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'all',
  'near',
  'within',
]
const VALUES = ['true', '3', '2026-11-23', 'x', 'null', '65f0aa11bb22cc33dd44ee55']

/** Paths of a collection, one of each kind of field. */
function pathsOf(fields: readonly FlattenedField[], prefix = '', seen = new Set<string>()): string[] {
  return fields.flatMap((field) => {
    const path = `${prefix}${field.name}`
    const kind = [
      field.type,
      'hasMany' in field && field.hasMany,
      'localized' in field && field.localized,
      prefix,
    ].join()
    if (seen.has(kind)) return []
    seen.add(kind)
    if ('flattenedFields' in field) return [path, ...pathsOf(field.flattenedFields, `${path}.`, seen)]
    if ((field.type === 'relationship' || field.type === 'upload') && typeof field.relationTo === 'string')
      return [path, `${path}.id`, `${path}.createdAt`]
    if (field.type === 'relationship') return [path, `${path}.value`, `${path}.relationTo`]
    return [path]
  })
}

describe('what the gate lets pass', () => {
  it('is a question that the database can answer, for every kind of field of every collection', async () => {
    const broken: string[] = []
    for (const [slug, { fields }] of rules.collections) {
      for (const path of pathsOf(fields)) {
        for (const operator of OPERATORS) {
          const value = VALUES.find(
            (each) =>
              issuesOfWhere({ [path]: { [operator]: each } }, fields, rules, { conditions: 10, words: 10 }).length ===
              0,
          )
          if (value === undefined) continue
          const where: Where = { [path]: { [operator]: value } }
          const collection = slug as CollectionSlug
          await app.payload
            .find({ collection, where, limit: 1, pagination: false, depth: 0, locale: 'fr', overrideAccess: true })
            .catch((error: unknown) => {
              // What Payload refuses by name itself is answered with 400.
              if (!(error instanceof QueryError))
                broken.push(`${slug}: ${path} ${operator} ${value}: ${String(error).slice(0, 120)}`)
            })
        }
        if (issuesOfSort(path, fields, rules).length > 0) continue
        await app.payload
          .find({
            collection: slug as CollectionSlug,
            sort: path,
            limit: 1,
            depth: 0,
            locale: 'fr',
            overrideAccess: true,
          })
          .catch((error: unknown) => {
            broken.push(`${slug}: sort ${path}: ${String(error).slice(0, 120)}`)
          })
      }
    }
    expect(broken).toEqual([])
  })
})
