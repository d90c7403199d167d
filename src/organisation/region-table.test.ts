import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { OUTSIDE_REGIONS, placeName, REGIONS, regionOf } from './region.ts'

const Rows = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    zone: z.string(),
    region: z.string().optional(),
    chefLieu: z.string().optional(),
    codesPostaux: z.array(z.string()).optional(),
  }),
)
type Row = z.infer<typeof Rows>[number]

const { resolve } = createRequire(import.meta.url)
// The package's own entry point looks for its data under the working directory, so the data is read directly.
const read = (file: string): Row[] =>
  Rows.parse(JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${file}.json`), 'utf8')))

const communes = read('communes')
const regionCode = ({ zone, region }: Row) => (zone === 'com' ? OUTSIDE_REGIONS : (region ?? ''))
const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`

/** Every commune under each of its postal codes; what a merger absorbed is known under its successor's. */
function communesByPostalCode(): Map<string, Row[]> {
  const codesOf = new Map(communes.filter((row) => row.codesPostaux).map((row) => [row.code, row.codesPostaux ?? []]))
  const byCode = new Map<string, Row[]>()
  for (const row of communes) {
    for (const code of row.codesPostaux ?? codesOf.get(row.chefLieu ?? '') ?? []) {
      byCode.set(code, [...(byCode.get(code) ?? []), row])
    }
  }
  return byCode
}

const departments = new Map(read('departements').map((row) => [row.code, regionCode(row)]))
const departmentRegion = (postalCode: string) =>
  departments.get(postalCode.startsWith('20') ? '2A' : postalCode.slice(0, /^9[78]/.test(postalCode) ? 3 : 2))

function tableSource(): string {
  const departmentRows = [...departments].sort(([a], [b]) => (a < b ? -1 : 1))
  const exceptions = [...communesByPostalCode()]
    .filter(([code, rows]) => rows.some((row) => regionCode(row) !== departmentRegion(code)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    '// Written by region-table.test.ts from @etalab/decoupage-administratif: `npx vitest run region-table -u`.',
    '',
    '/** The region of each department and overseas collectivity. */',
    'export const DEPARTMENT_REGIONS: Readonly<Record<string, string>> = {',
    ...departmentRows.map(([code, region]) => `  ${quoted(code)}: ${quoted(region)},`),
    '}',
    '',
    '/** The postal codes that lie, in whole or part, outside their department’s region: the region of each commune. */',
    'export const POSTAL_CODE_EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {',
    ...exceptions.flatMap(([code, rows]) => [
      `  ${quoted(code)}: {`,
      ...[...new Map(rows.map((row) => [placeName(row.nom), regionCode(row)]))]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, region]) => `    ${quoted(name)}: ${quoted(region)},`),
      '  },',
    ]),
    '}',
    '',
  ].join('\n')
}

test('the table of regions says what the official division of the territory says', async () => {
  await expect(tableSource()).toMatchFileSnapshot('./region-table.ts')
})

test('every commune under every one of its postal codes is found in its own region', () => {
  const byCode = communesByPostalCode()
  const wrong = [...byCode].flatMap(([postalCode, rows]) =>
    rows
      .filter((row) => {
        const answer = regionOf(postalCode, row.nom)
        return !('region' in answer) || answer.region.code !== regionCode(row)
      })
      .map((row) => `${postalCode} ${row.nom}`),
  )
  expect(byCode.size).toBeGreaterThan(6000)
  expect(wrong.slice(0, 10)).toEqual([])
})

test('the regions are the official ones, by code and name', () => {
  const official = read('regions').filter((row) => row.zone !== 'com')
  const ours = REGIONS.filter(({ code }) => code !== OUTSIDE_REGIONS)
  expect(new Map(ours.map(({ code, name }) => [code, name.replaceAll('’', "'")]))).toEqual(
    new Map(official.map(({ code, nom }) => [code, nom])),
  )
})
