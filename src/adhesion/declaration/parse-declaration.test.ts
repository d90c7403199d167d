import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Declaration } from './declaration-types.ts'
import { LEGAL_FORMS } from '../../organisation/legal-form.ts'
import { parseDeclaration } from './parse-declaration.ts'
import { unsignedSlot } from '../lifecycle/slot.ts'
import { abroadBody, bodyWith, fullBody, leastBody } from '../../../tests/support/sample-bodies.ts'

function declared(body: unknown): Declaration {
  const parsed = parseDeclaration(body)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.declaration
}

/** What is wrong, as `path: code`, in the order told. */
function issues(body: unknown): string[] {
  const parsed = parseDeclaration(body)
  return parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path}: ${code}`)
}

function warnings(body: unknown): string[] {
  const parsed = parseDeclaration(body)
  return parsed.ok ? parsed.warnings.map(({ path, code }) => `${path}: ${code}`) : ['refused']
}

describe('a declaration', () => {
  test('needs no more than it asks', () => {
    expect(declared(leastBody)).toEqual({
      ...leastBody,
      organisation: {
        ...leastBody.organisation,
        siren: '732829320',
        country: 'FR',
        address: { ...leastBody.organisation.address, region: '11' },
        identifierKey: 'siren:732829320',
        searchKey: 'atelier des savoirs',
      },
    })
    expect(Object.keys(declared(leastBody))).not.toContain('contact')
  })

  test('keeps everything that may be said', () => {
    const { organisation, ...rest } = declared(fullBody)
    expect(rest).toEqual(bodyWith(fullBody, 'organisation', undefined))
    expect(organisation).toEqual({
      ...fullBody.organisation,
      siren: '732829320',
      identifierKey: 'siren:732829320',
      searchKey: 'atelier des savoirs ads',
    })
    expect(warnings(fullBody)).toEqual([])
  })

  test('of a partner abroad is known by its country’s register', () => {
    expect(declared(abroadBody).organisation).toEqual({
      ...abroadBody.organisation,
      identifierKey: 'register:BE:0403019261',
      searchKey: 'atelier des savoirs',
    })
  })

  test('forgives spaces, case and accents, and says each thing in one way', () => {
    const typed = declared({
      ...leastBody,
      organisation: {
        legalName: '  Atelier des\u00a0savoirs\u200b ',
        acronym: '',
        legalForm: 'SOCIETE COMMERCIALE',
        siret: '732 829 320 00074',
        country: ' fr',
        rna: ' ',
        website: 'WWW.exemple.fr',
        address: { line1: '4 rue', line2: null, postalCode: '37 160', city: 'Ailleurs', region: 'nouvelle aquitaine' },
        qualiopi: { status: 'deemed', categories: ['vae', 'apprentissage', 'vae'].reverse() },
      },
      representative: { ...leastBody.representative, email: ' Jeanne@Exemple.FR', phone: '01.23.45.67.89' },
      contact: null,
      motivation: 'Un\r\ndeux\rtrois\n',
    })
    expect(typed.organisation).toEqual({
      legalName: 'Atelier des\u00a0savoirs',
      legalForm: 'societe-commerciale',
      siret: '73282932000074',
      siren: '732829320',
      country: 'FR',
      website: 'https://www.exemple.fr/',
      address: { line1: '4 rue', postalCode: '37160', city: 'Ailleurs', region: '75' },
      qualiopi: { status: 'deemed', categories: ['vae', 'apprentissage'] },
      identifierKey: 'siren:732829320',
      searchKey: 'atelier des savoirs',
    })
    expect(typed.representative).toMatchObject({ email: 'jeanne@exemple.fr', phone: '+33123456789' })
    expect(typed.motivation).toBe('Un\ndeux\ntrois')
  })

  test('composes accents that were typed apart', () => {
    const body = bodyWith(leastBody, 'organisation.legalName', 'Fe\u0301de\u0301ration')
    expect(declared(body).organisation).toMatchObject({ legalName: 'Fédération', searchKey: 'federation' })
  })

  test('reads a phone number where the organisation is', () => {
    const belgian = bodyWith(abroadBody, 'representative.phone', '02 555 12 12')
    expect(declared(belgian).representative.phone).toBe('+3225551212')
  })

  test.each(LEGAL_FORMS)('may come from $label', ({ id }) => {
    expect(declared(bodyWith(leastBody, 'organisation.legalForm', id)).organisation.legalForm).toBe(id)
  })
})

describe('what is wrong with a declaration', () => {
  test('is told all at once, in the order of the shape', () => {
    expect(issues({})).toEqual([
      'kind: required',
      'organisation.legalName: required',
      'organisation.siret: required',
      'organisation.address.line1: required',
      'organisation.address.postalCode: required',
      'organisation.address.city: required',
      'representative.firstName: required',
      'representative.lastName: required',
      'representative.function: required',
      'representative.capacity: required',
      'representative.email: required',
      'privacyNoticeRead: privacy-notice-unread',
    ])
  })

  test.each([
    ['kind', 'founder', 'not-a-choice'],
    ['kind', null, 'required'],
    ['organisation', null, 'required'],
    ['organisation.legalName', ' \u200b ', 'required'],
    ['organisation.legalName', '---', 'without-letters'],
    ['organisation.legalName', 12, 'not-a-text'],
    ['organisation.legalName', 'Atelier\u0000', 'control-characters'],
    ['organisation.legalName', 'Atelier\nBcc: x', 'control-characters'],
    ['organisation.legalName', 'Atelier \u202egnp', 'control-characters'],
    ['organisation.legalName', 'Atelier \ud800', 'control-characters'],
    ['organisation.legalForm', 'SARL', 'legal-form-unknown'],
    ['organisation.siret', '73282932000075', 'siret-checksum'],
    ['organisation.siret', '00000000000000', 'siret-zeros'],
    ['organisation.siret', 73282932000074, 'not-a-text'],
    ['organisation.country', 'Belgique', 'country-unknown'],
    ['organisation.rna', '751234567', 'rna-format'],
    ['organisation.registerNumber', '--', 'register-number-format'],
    ['organisation.qualiopi', [], 'not-an-object'],
    ['organisation.qualiopi.status', 'yes', 'not-a-choice'],
    ['organisation.qualiopi.validUntil', '2026-02-30', 'not-a-day'],
    ['organisation.qualiopi.validUntil', '2024-12-31', 'qualiopi-period'],
    ['organisation.qualiopi.categories', 'vae', 'not-a-list'],
    ['organisation.address', 'Paris', 'not-an-object'],
    ['organisation.address.postalCode', '3716', 'postal-code-format'],
    ['organisation.address.postalCode', '99160', 'postal-code-unknown'],
    ['organisation.address.postalCode', '98000', 'postal-code-monaco'],
    ['organisation.address.region', 'Wallonie', 'region-unknown'],
    ['organisation.address.region', 'Bretagne', 'region-mismatch'],
    ['organisation.website', 'javascript:alert(1)', 'website-format'],
    ['representative.capacity', 'signatory', 'not-a-choice'],
    ['representative.email', 'jeanne@', 'email-format'],
    ['representative.phone', '12', 'phone-format'],
    ['contact', 'Paul', 'not-an-object'],
    ['contact.email', undefined, 'required'],
    ['motivation', 'Nous\u0007', 'control-characters'],
    ['privacyNoticeRead', false, 'privacy-notice-unread'],
    ['privacyNoticeRead', 'true', 'privacy-notice-unread'],
  ])('at %s with %j is %s', (path, value, code) => {
    const told = issues(bodyWith(fullBody, path, value))
    if (path === 'organisation' && value === null) expect(told).toContain('organisation.legalName: required')
    else expect(told).toEqual([`${path}: ${code}`])
  })

  test('names the entry of a list', () => {
    expect(issues(bodyWith(fullBody, 'organisation.qualiopi.categories', ['vae', 'cfa']))).toEqual([
      'organisation.qualiopi.categories.1: not-a-choice',
    ])
  })

  test.each([
    ['organisation.legalName', 200],
    ['organisation.acronym', 50],
    ['organisation.description', 2000],
    ['organisation.qualiopi.certifier', 200],
    ['organisation.qualiopi.certificateNumber', 100],
    ['organisation.registerNumber', 60],
    ['organisation.nda', 60],
    ['organisation.address.line1', 200],
    ['organisation.address.line2', 200],
    ['representative.firstName', 100],
    ['representative.lastName', 100],
    ['representative.function', 150],
    ['contact.firstName', 100],
    ['contact.lastName', 100],
    ['contact.function', 150],
    ['motivation', 5000],
  ])('at %s is also what goes past %i characters', (path, max) => {
    expect(issues(bodyWith(fullBody, path, 'é'.repeat(max)))).toEqual([])
    expect(issues(bodyWith(fullBody, path, 'é'.repeat(max + 1)))).toEqual([`${path}: too-long`])
  })

  test.each([
    ['organisation.siret'],
    ['organisation.country'],
    ['organisation.rna'],
    ['organisation.address.postalCode'],
    ['organisation.address.city'],
    ['organisation.address.region'],
    ['organisation.website'],
    ['representative.email'],
    ['representative.phone'],
    ['contact.email'],
    ['contact.phone'],
  ])('at %s is also what goes on without end', (path) => {
    expect(issues(bodyWith(fullBody, path, 'a'.repeat(100_000)))).toEqual([`${path}: too-long`])
  })

  test.each([null, undefined, [], 'text', 12, true])('with a body like %j is the body', (body) => {
    expect(issues(body)).toEqual([': not-an-object'])
  })

  test('has a sentence in French and in English', () => {
    const parsed = parseDeclaration({ ...fullBody, organisation: {}, slot: '' })
    const told = parsed.ok ? [] : parsed.issues
    expect(told.length).toBeGreaterThan(4)
    for (const { messages } of told) {
      expect(messages.fr).toMatch(/\p{Lu}.*\.$/u)
      expect(messages.en).toMatch(/\p{Lu}.*\.$/u)
    }
  })
})

describe('fields that are not a caller’s', () => {
  test.each([
    ['status', 'not-settable'],
    ['reference', 'not-settable'],
    ['slot', 'not-settable'],
    ['rev', 'not-settable'],
    ['id', 'not-settable'],
    ['organisation.siren', 'not-settable'],
    ['organisation.identifierKey', 'not-settable'],
    ['organisation.searchKey', 'not-settable'],
    ['color', 'unknown-field'],
    ['organisation.color', 'unknown-field'],
    ['organisation.status', 'unknown-field'],
    ['organisation.address.color', 'unknown-field'],
    ['organisation.qualiopi.color', 'unknown-field'],
    ['representative.color', 'unknown-field'],
    ['contact.color', 'unknown-field'],
    ['toString', 'unknown-field'],
  ])('%s is refused by name as %s, even when empty', (path, code) => {
    for (const value of ['validated', '', null, { a: 1 }]) {
      expect(issues(bodyWith(fullBody, path, value))).toEqual([`${path}: ${code}`])
    }
  })

  test('a prototype is a name like another', () => {
    const body: unknown = JSON.parse(JSON.stringify(leastBody).replace('{', '{"__proto__":{"kind":"partner"},'))
    expect(issues(body)).toEqual(['__proto__: unknown-field'])
    expect(issues(Object.create(leastBody))).toContain('kind: required')
  })

  test('by the thousand do not make an answer of thousands', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]))
    expect(issues({ ...leastBody, ...many })).toHaveLength(50)
    expect(issues({ ...leastBody, ['x'.repeat(5000)]: 1 })).toEqual([`${'x'.repeat(100)}: unknown-field`])
  })
})

describe('where an organisation is registered', () => {
  test('a member has a SIRET', () => {
    expect(issues(bodyWith(leastBody, 'organisation.siret', undefined))).toEqual(['organisation.siret: required'])
    expect(issues({ ...abroadBody, kind: 'member' })).toEqual(['organisation.country: member-abroad'])
  })

  test('a member overseas has the number of its own register, and a region', () => {
    const noumea = bodyWith(bodyWith(abroadBody, 'kind', 'member'), 'organisation.country', 'NC')
    const at = (register: string, country = 'NC') =>
      issues(
        bodyWith(
          bodyWith(
            bodyWith(noumea, 'organisation.address', { line1: '1, rue A', postalCode: '98800', city: 'Nouméa' }),
            'organisation.registerNumber',
            register,
          ),
          'organisation.country',
          country,
        ),
      )
    expect(at('1 234 567.001')).toEqual([])
    expect(at('12')).toEqual(['organisation.registerNumber: ridet-format'])
    expect(at('A12345', 'PF')).toEqual([])
    expect(at('12345678', 'PF')).toEqual(['organisation.registerNumber: tahiti-format'])
    expect(at('2019 B 123', 'WF')).toEqual([])
  })

  test('an address has a postal code where its country has any', () => {
    const without = (country: string) =>
      issues(
        bodyWith(bodyWith(abroadBody, 'organisation.address.postalCode', undefined), 'organisation.country', country),
      )
    expect(without('AE')).toEqual([])
    expect(without('BE')).toEqual(['organisation.address.postalCode: required'])
  })

  test('a field that was left empty is asked for in words of its own', () => {
    const read = parseDeclaration({ contact: { firstName: 'Paul' } })
    const said = read.ok ? [] : read.issues.filter(({ code }) => code === 'required').map(({ messages }) => messages.fr)
    expect(said).toHaveLength(new Set(said).size)
    expect(said).not.toContain('Cette information est obligatoire.')
    expect(said).toContain('Indiquez le nom du contact, ou laissez vides tous les champs du contact.')
  })

  test('a partner has a SIRET or a register abroad', () => {
    const partner = { ...leastBody, kind: 'partner' }
    expect(issues(partner)).toEqual([])
    expect(issues(bodyWith(partner, 'organisation.siret', undefined))).toEqual(['organisation.siret: required'])
    expect(issues(bodyWith(abroadBody, 'organisation.country', 'FR'))).toContain('organisation.siret: required')
    expect(issues(bodyWith(abroadBody, 'organisation.registerNumber', undefined))).toEqual([
      'organisation.registerNumber: required',
    ])
  })

  test('abroad there is no SIRET, RNA or region', () => {
    expect(issues(bodyWith(abroadBody, 'organisation.siret', '73282932000074'))).toEqual([
      'organisation.siret: siret-abroad',
    ])
    expect(issues(bodyWith(abroadBody, 'organisation.rna', 'W751234567'))).toEqual(['organisation.rna: rna-abroad'])
    expect(issues(bodyWith(abroadBody, 'organisation.address.region', '11'))).toEqual([
      'organisation.address.region: region-abroad',
    ])
  })

  test('a country that cannot be read is the only thing told about', () => {
    expect(issues(bodyWith(abroadBody, 'organisation.country', 'Belgique'))).toEqual([
      'organisation.country: country-unknown',
    ])
    expect(issues(bodyWith(fullBody, 'organisation.country', 32))).toEqual(['organisation.country: not-a-text'])
    expect(issues(bodyWith(bodyWith(abroadBody, 'kind', 'x'), 'organisation.country', 'CH'))).toEqual([
      'kind: not-a-choice',
    ])
  })

  test('La Réunion is in France, whatever code its country was given', () => {
    const body = bodyWith(bodyWith(leastBody, 'organisation.country', 'RE'), 'organisation.address.postalCode', '97400')
    expect(declared(body).organisation).toMatchObject({ country: 'FR', address: { region: '04' } })
  })

  test('a postal code of two regions asks which, unless the commune or the applicant says', () => {
    const city = (name: string) =>
      bodyWith(bodyWith(fullBody, 'organisation.address.region', undefined), 'organisation.address.city', name)
    expect(issues(city('Ailleurs'))).toEqual(['organisation.address.region: region-ambiguous'])
    expect(issues(city(''))).toEqual(['organisation.address.city: required'])
    expect(declared(city('Buxeuil')).organisation.address.region).toBe('75')
    const told = bodyWith(city('Ailleurs'), 'organisation.address.region', 'Centre-Val de Loire')
    expect(declared(told).organisation.address.region).toBe('24')
  })
})

test('an unusual NDA and an incomplete certificate are questions, not faults', () => {
  const body = bodyWith(bodyWith(fullBody, 'organisation.nda', '123'), 'organisation.qualiopi', { status: 'certified' })
  expect(warnings(body)).toEqual([
    'organisation.nda: nda-format',
    'organisation.qualiopi.status: qualiopi-certificate-missing',
  ])
})

test('whatever JSON is sent, it is answered, and twice the same', () => {
  const keys = fc.constantFrom(
    ...Object.keys(fullBody),
    ...Object.keys(fullBody.organisation),
    ...Object.keys(fullBody.contact),
  )
  const bodies = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(keys, fc.oneof(fc.jsonValue(), fc.dictionary(keys, fc.jsonValue()))),
  )
  fc.assert(
    fc.property(bodies, (body) => {
      const first = parseDeclaration(body)
      expect(first.ok).toBe(false)
      expect(parseDeclaration(body)).toEqual(first)
    }),
  )
})

describe('the slot of an unsigned file', () => {
  test('is one for an organisation and a representative’s address, however typed', () => {
    const slot = unsignedSlot('siren:732829320', 'Jeanne@Exemple.fr ')
    expect(slot).toMatch(/^unsigned:siren:732829320:[0-9a-f]{64}$/)
    expect(unsignedSlot('siren:732829320', 'jeanne@exemple.fr')).toBe(slot)
    expect(unsignedSlot('siren:732829320', 'paul@exemple.fr')).not.toBe(slot)
    expect(unsignedSlot('siren:552100554', 'jeanne@exemple.fr')).not.toBe(slot)
  })
})
