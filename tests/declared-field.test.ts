import { beforeAll, describe, expect, it } from 'vitest'
import { optionalText } from '../src/input/fields.ts'
import { valueAt, withValue } from '../src/lib/paths.ts'
import { DECLARED_FIELDS, type DeclaredField } from '../src/organisation/declared-fields.ts'
import type { Adhesion } from '../src/payload-types.ts'
import { fullBody } from './support/sample-bodies.ts'

/** A field that nobody has asked for yet, as one row of the table. */
const HEADCOUNT = {
  path: 'organisation.headcount',
  label: 'Effectif salarié',
  help: 'Au 31 décembre.',
  is: 'text',
  reads: optionalText(20),
  optional: true,
  seenBy: 'anybody',
} satisfies DeclaredField

/** Everything that is drawn from the table, loaded once the row stands in it. */
async function drawn() {
  Array.prototype.push.call(DECLARED_FIELDS, HEADCOUNT)
  const [declaration, correction, stored, declared, form, facts, groups, directory, evidence] = await Promise.all([
    import('../src/adhesion/declaration/parse-declaration.ts'),
    import('../src/adhesion/declaration/correction.ts'),
    import('../src/adhesion/declaration/stored-declaration.ts'),
    import('../src/adhesion/declaration/declared.ts'),
    import('../src/site/applicant/declaration-form.ts'),
    import('../src/admin/adhesion/declared-facts.ts'),
    import('../collections/fields/organisation.ts'),
    import('../src/membership/directory-entry.ts'),
    import('../src/adhesion/declaration/schema.ts'),
  ])
  const specs = await import('../src/site/applicant/declaration-fields.ts')
  return {
    ...declaration,
    ...correction,
    ...stored,
    ...declared,
    ...form,
    ...facts,
    ...groups,
    ...directory,
    ...evidence,
    ...specs,
  }
}

let all: Awaited<ReturnType<typeof drawn>>
beforeAll(async () => {
  all = await drawn()
})

const body = withValue(fullBody, HEADCOUNT.path, ' 12 ')

function declare(given: unknown) {
  const parsed = all.parseDeclaration(given)
  if (!parsed.ok) throw new Error(parsed.issues.map(({ path, code }) => `${path}: ${code}`).join())
  return parsed.declaration
}

/** A file with what a declaration stores. */
const fileOf = (declaration: Parameters<typeof all.storedDeclaration>[0]) =>
  ({ createdAt: '2026-11-23T08:00:00.000Z', ...all.storedDeclaration(declaration) }) as Adhesion

describe('a field that is one row of the table', () => {
  it('is taken by the API, within its bounds', () => {
    expect(valueAt(declare(body), HEADCOUNT.path)).toBe('12')
    const issues = (value: unknown) => {
      const parsed = all.parseDeclaration(withValue(body, HEADCOUNT.path, value))
      return parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path}: ${code}`)
    }
    expect(issues(12)).toEqual(['organisation.headcount: not-a-text'])
    expect(issues('x'.repeat(21))).toEqual(['organisation.headcount: too-long'])
  })

  it('is stored with the file and with the member, and read back', () => {
    const declaration = declare(body)
    const file = fileOf(declaration)
    expect(valueAt(file, HEADCOUNT.path)).toBe('12')
    expect(all.declaredOn(file)).toEqual(declaration)
    expect(valueAt(all.storedMember(declaration), HEADCOUNT.path)).toBe('12')
    expect(all.organisationFields()).toContainEqual({ name: 'headcount', type: 'text', label: 'Effectif salarié' })
  })

  it('is asked by the form, and by that of a correction', () => {
    const [spec] = all.DECLARATION.flatMap(({ fields }) => fields).filter(({ path }) => path === HEADCOUNT.path)
    expect(spec).toMatchObject({ label: 'Effectif salarié', hint: 'Au 31 décembre.', control: 'text', optional: true })
    expect(all.valuesOf(declare(body))[HEADCOUNT.path]).toBe('12')
    expect(valueAt(all.declaredIn({ [HEADCOUNT.path]: '13' }, all.DECLARATION), HEADCOUNT.path)).toBe('13')
  })

  it('is shown in the panel, and in the directory where anybody may see it', () => {
    const file = fileOf(declare(body))
    expect(all.organisationFacts(file)).toContainEqual({ label: 'Effectif salarié', value: '12' })
    expect(all.directoryEntry(file.organisation)).toMatchObject({ headcount: '12' })
  })

  it('is corrected by itself, and told', () => {
    const correction = all.parseCorrection({ organisation: { headcount: '13' } }, declare(body))
    if (!correction.ok) throw new Error('The correction was refused')
    expect(correction.changed).toEqual([HEADCOUNT.path])
    expect(valueAt(correction.declaration, HEADCOUNT.path)).toBe('13')
  })
})

describe('a correction of one field', () => {
  /** Another value that a field takes, by what it holds. */
  const another = ({ path, is, options = [] }: DeclaredField, before: unknown): unknown => {
    if (path === 'organisation.address.region') return before
    if (is === 'choices') return ['apprentissage']
    if (is === 'choice') return options.map(({ value }) => value).find((value) => value !== before)
    const given: Partial<Record<DeclaredField['is'], string>> = {
      day: path.endsWith('From') ? '2025-02-02' : '2027-02-02',
      email: 'autre@exemple.fr',
      phone: '01 98 76 54 32',
      website: 'https://autre.exemple.fr/',
      siret: '55210055400013',
      country: 'FR',
    }
    if (path === 'organisation.rna') return 'W751234568'
    if (path === 'organisation.nda') return '11751234576'
    return path.endsWith('postalCode') ? '75011' : (given[is] ?? 'Autre valeur')
  }

  it('leaves every other declared field as it was, through storage and back', () => {
    const rows: readonly DeclaredField[] = DECLARED_FIELDS
    // A place that lies in one region, whatever is corrected of it.
    const placed = withValue(body, 'organisation.address', {
      line1: '4 rue Haute',
      line2: 'B',
      postalCode: '37000',
      city: 'Tours',
    })
    const before = all.declaredOn(fileOf(declare(placed)))
    let corrected = 0
    for (const row of rows.filter(({ is }) => is !== 'tick')) {
      const correction = all.parseCorrection(withValue({}, row.path, another(row, valueAt(before, row.path))), before)
      if (!correction.ok)
        throw new Error(`${row.path}: ${correction.issues.map(({ path, code }) => path + code).join()}`)
      const after = all.declaredOn(fileOf(correction.declaration))
      for (const { path } of rows) {
        if (path === row.path || path === 'organisation.address.region') continue
        expect(valueAt(after, path), `${path} after a correction of ${row.path}`).toEqual(valueAt(before, path))
      }
      corrected += correction.changed.length
    }
    expect(corrected).toBeGreaterThan(rows.length - 6)
  })
})
