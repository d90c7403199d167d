import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DECLARATION_PATHS } from './schema.ts'
import { type Declaration } from './declaration-types.ts'
import { parseCorrection } from './correction.ts'
import { parseDeclaration } from './parse-declaration.ts'
import { abroadBody, bodyWith, fullBody, leastBody } from '../../../tests/support/sample-bodies.ts'

function declared(body: unknown): Declaration {
  const parsed = parseDeclaration(body)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.declaration
}

function corrected(body: unknown, current: Declaration) {
  const correction = parseCorrection(body, current)
  if (!correction.ok) throw new Error(JSON.stringify(correction.issues))
  return correction
}

function issues(body: unknown, current: Declaration): string[] {
  const correction = parseCorrection(body, current)
  return correction.ok ? [] : correction.issues.map(({ path, code }) => `${path}: ${code}`)
}

const full = declared(fullBody)
const least = declared(leastBody)
const abroad = declared(abroadBody)

describe('a correction', () => {
  test('of nothing, or of the same again, changes nothing', () => {
    for (const [declaration, body] of [
      [full, fullBody],
      [least, leastBody],
      [abroad, abroadBody],
    ] as const) {
      expect(corrected({}, declaration)).toMatchObject({ declaration, changed: [] })
      expect(corrected({}, declaration).declaration).toEqual(declaration)
      expect(corrected(body, declaration).declaration).toEqual(declaration)
    }
  })

  test('changes what it names, at any depth, and says which', () => {
    const { declaration, changed } = corrected(
      {
        representative: { email: 'Anne@exemple.fr' },
        organisation: { acronym: 'ATS', qualiopi: { certifier: 'Autre' } },
      },
      full,
    )
    expect(changed).toEqual(['organisation.acronym', 'organisation.qualiopi.certifier', 'representative.email'])
    expect(declaration.representative).toEqual({ ...full.representative, email: 'anne@exemple.fr' })
    expect(declaration.organisation.qualiopi).toEqual({ ...full.organisation.qualiopi, certifier: 'Autre' })
    expect(declaration.organisation.searchKey).toBe('atelier des savoirs ats')
  })

  test('clears with null what may be left out', () => {
    const { declaration, changed } = corrected(
      { contact: null, motivation: null, organisation: { qualiopi: null, website: '', address: { line2: null } } },
      full,
    )
    expect(Object.keys(declaration)).toEqual(['kind', 'organisation', 'representative', 'privacyNoticeRead'])
    expect(declaration.organisation).not.toHaveProperty('qualiopi')
    expect(declaration.organisation).not.toHaveProperty('website')
    expect(changed).toEqual(DECLARATION_PATHS.filter((path) => /qualiopi|website|line2|contact|motivation/.test(path)))
  })

  test('cannot clear what is required', () => {
    expect(issues({ organisation: { legalName: null, siret: '' }, representative: { email: null } }, full)).toEqual([
      'organisation.legalName: required',
      'organisation.siret: required',
      'representative.email: required',
    ])
    expect(issues({ privacyNoticeRead: false }, full)).toEqual(['privacyNoticeRead: privacy-notice-unread'])
  })

  test('adds a contact only whole', () => {
    expect(issues({ contact: { email: 'paul@exemple.fr' } }, least)).toEqual([
      'contact.firstName: required',
      'contact.lastName: required',
    ])
    const contact = { firstName: 'Paul', lastName: 'Martin', email: 'paul@exemple.fr' }
    expect(corrected({ contact }, least)).toMatchObject({
      declaration: { contact },
      changed: ['contact.firstName', 'contact.lastName', 'contact.email'],
    })
  })

  test('of the SIRET brings another SIREN and key', () => {
    const { declaration, changed } = corrected({ organisation: { siret: '552 100 554 00013' } }, least)
    expect(declaration.organisation).toMatchObject({ siren: '552100554', identifierKey: 'siren:552100554' })
    expect(changed).toEqual(['organisation.siret'])
  })

  test('may move an organisation to another country, when it gives what that country asks', () => {
    const moved = { kind: 'partner', organisation: { siret: null, country: 'BE', registerNumber: '0403.019.261' } }
    const { declaration } = corrected(moved, least)
    expect(declaration.organisation).toMatchObject({ country: 'BE', identifierKey: 'register:BE:0403019261' })
    expect(declaration.organisation).not.toHaveProperty('siren')
    expect(declaration.organisation.address).not.toHaveProperty('region')
    expect(issues({ organisation: { country: 'BE' } }, least)).toEqual([
      'organisation.siret: siret-abroad',
      'organisation.country: member-abroad',
      'organisation.registerNumber: required',
    ])
  })

  test('has the faults of a declaration, unknown fields among them', () => {
    expect(issues({ status: 'validated', organisation: { siren: '1', address: { x: 1 } } }, full)).toEqual([
      'organisation.address.x: unknown-field',
      'organisation.siren: not-settable',
      'status: not-settable',
    ])
    expect(issues([], full)).toEqual([': not-an-object'])
    expect(issues({ representative: 'Jeanne' }, full)).toEqual(['representative: not-an-object'])
    const body: unknown = JSON.parse('{"__proto__":{"a":1},"organisation":{"__proto__":{"legalName":"X"}}}')
    expect(issues(body, full)).toEqual(['organisation.__proto__: unknown-field', '__proto__: unknown-field'])
  })
})

describe('the region of a corrected address', () => {
  const divided = declared(
    bodyWith(bodyWith(fullBody, 'organisation.address.city', 'Le Bourg'), 'organisation.address.region', '75'),
  )

  test('follows the new postal code', () => {
    expect(corrected({ organisation: { address: { postalCode: '35000', city: 'Rennes' } } }, least)).toMatchObject({
      declaration: { organisation: { address: { region: '53' } } },
      changed: ['organisation.address.postalCode', 'organisation.address.city', 'organisation.address.region'],
    })
  })

  test('once told under a divided code, is not asked again for the same place', () => {
    expect(
      corrected({ organisation: { address: { line1: '5 rue' } } }, divided).declaration.organisation.address.region,
    ).toBe('75')
  })

  test('is asked again under a divided code when the place is another, or when it was taken back', () => {
    for (const address of [{ city: 'Le Hameau' }, { postalCode: '48250' }, { region: null }]) {
      expect(issues({ organisation: { address } }, divided)).toEqual(['organisation.address.region: region-ambiguous'])
    }
    expect(corrected({ organisation: { address: { region: '24' } } }, divided).changed).toEqual([
      'organisation.address.region',
    ])
  })
})

test('what is declared reads as itself: a correction of nothing never changes anything', () => {
  const signs = ['a', 'Z', '7', 'é', 'e\u0301', 'œ', 'ﬁ', '🎓', ' ', '\u00a0', '\u200b', '\u00ad', '-', '’']
  const word = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 20 }).map((rest) => `É${rest}`)
  const text = fc.string({ unit: fc.constantFrom(...signs, '\n', '\r', '\t', '\u2028'), minLength: 1, maxLength: 20 })
  const email = fc.stringMatching(/^ ?[a-zA-Z]{1,5}[.+-][a-z]@[a-z]{1,8}\.fr$/)
  const website = fc.stringMatching(/^(https?:\/\/)?[a-zA-Zé]{1,8}\.fr(\/[a-zé ]{0,5})?$/)
  const bodies = fc
    .tuple(fc.constantFrom(leastBody, fullBody, abroadBody), word, word, text, text, email, website)
    .map(([body, name, city, motivation, description, email, website]) =>
      [
        ['organisation.legalName', name],
        ['organisation.description', description],
        ['organisation.website', website],
        ['representative.email', email],
        ['representative.lastName', city],
        ['motivation', motivation],
      ].reduce<Record<string, unknown>>((changed, [path = '', value]) => bodyWith(changed, path, value), body),
    )
  fc.assert(
    fc.property(bodies, (body) => {
      const parsed = parseDeclaration(body)
      fc.pre(parsed.ok)
      if (!parsed.ok) return
      const correction = corrected({}, parsed.declaration)
      expect(correction.declaration).toEqual(parsed.declaration)
      expect(correction.changed).toEqual([])
    }),
  )
})
