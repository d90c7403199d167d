import { issueAt } from '../../input/issue.ts'
import { badQuery, nothingHere } from '../../api/gate-refusals.ts'
import { leafAt } from '../../api/gate-fields.ts'
import { examineQuery } from '../../api/gate-query.ts'
import type { GateRules } from '../../api/gate.ts'
import type { DomainError, Issue } from '../../lib/errors.ts'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 100 && value.every((each) => typeof each === 'string')

/**
 * Judges an address of the panel: a collection or global that does not exist, and the question in the
 * address of a list, which would otherwise fail inside.
 */
export function issueOfPanelAddress({ pathname, search, searchParams }: URL, rules: GateRules): DomainError | null {
  const [, , kind = '', slug = '', record = '', view = ''] = pathname.split('/')
  if (kind === 'globals') return rules.globals.has(slug) ? null : nothingHere()
  // Payload looks its views up in an object, which answers to these by itself.
  if (kind in Object.prototype) return nothingHere()
  if (kind !== 'collections') return null
  const collection = rules.collections.get(slug)
  if (!collection) return nothingHere()
  const fields = view === 'versions' && collection.versionFields ? collection.versionFields : collection.fields
  const isList = record === '' || record === 'trash' || view === 'versions'
  const { issues } = examineQuery({ search, fields, lookup: rules, staff: true, reading: isList })
  const columns = searchParams.get('columns')
  const group = searchParams.get('groupBy')
  const others: Issue[] = [
    ...(columns === null || columns === '' || isListOfTexts(parsed(columns))
      ? []
      : [issueAt('columns', 'not-a-selection')]),
    ...(group === null ||
    group === '' ||
    !['unknown', 'closed'].includes(leafAt(fields, group.replace(/^-/, ''), rules))
      ? []
      : [issueAt('groupBy', 'unknown-field')]),
  ]
  const all = [...issues, ...others]
  return all.length > 0 ? badQuery(all) : null
}
