import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countries, countryName, parseCountry } from './countries.ts'
import { parseEmail } from './email.ts'
import { parsePhone, phoneHome } from './phone.ts'
import { parseWebsite } from './website.ts'

describe('an e-mail address', () => {
  test.each([
    [' Jeanne.Dupont@Exemple.FR ', 'jeanne.dupont@exemple.fr'],
    ['jeanne @ exemple.fr', 'jeanne@exemple.fr'],
    ['a+b_c@sous.domaine.exemple.org', 'a+b_c@sous.domaine.exemple.org'],
    ['contact@académie.fr', 'contact@xn--acadmie-eya.fr'],
    ['\u200bo’brien@exemple.fr'.replace('’', "'"), "o'brien@exemple.fr"],
  ])('typed as %j is %s', (typed, email) => {
    expect(parseEmail(typed)).toEqual({ email })
  })

  test.each([
    '',
    '@',
    'jeanne',
    'jeanne@',
    '@exemple.fr',
    'jeanne@exemple',
    'jeanne@@exemple.fr',
    'jeanne dupont@exemple.fr',
    'jeanne@exemple.fr, paul@exemple.fr',
    'Jeanne <jeanne@exemple.fr>',
    '.jeanne@exemple.fr',
    'jeanne..d@exemple.fr',
    'jeanne@-exemple.fr',
    'jeanne@127.0.0.1',
    'jeanne@[127.0.0.1]',
    'rené@exemple.fr',
    'jeanne@exemple.fr\nBcc: paul@exemple.fr',
    `${'a'.repeat(65)}@exemple.fr`,
    `jeanne@${'exemple.'.repeat(40)}fr`,
  ])('is refused when typed as %j', (typed) => {
    expect(parseEmail(typed)).toMatchObject({ issue: { code: 'email-format' } })
  })

  test('once read, reads as itself, and never breaks a header', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (typed) => {
        const read = parseEmail(typed)
        if ('issue' in read) return
        expect(parseEmail(read.email)).toEqual(read)
        expect(read.email).toMatch(/^[\x21-\x7e]+$/)
      }),
    )
  })
})

describe('a web site', () => {
  test.each([
    ['www.exemple.fr', 'https://www.exemple.fr/'],
    [' HTTP://Exemple.fr/Page ', 'http://exemple.fr/Page'],
    ['exemple.fr:8080/a?b=c#d', 'https://exemple.fr:8080/a?b=c#d'],
    ['https://académie.fr', 'https://xn--acadmie-eya.fr/'],
  ])('typed as %j is %s', (typed, website) => {
    expect(parseWebsite(typed)).toEqual({ website })
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,<b>',
    'ftp://exemple.fr',
    'mailto:a@exemple.fr',
    'https://moi:secret@exemple.fr',
    'moi@exemple.fr',
    'http://localhost:3000',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://[::1]/',
    'java\nscript:alert(1)',
    'exemple',
    '',
    `https://exemple.fr/${'a'.repeat(500)}`,
  ])('is refused when typed as %j', (typed) => {
    expect(parseWebsite(typed)).toMatchObject({ issue: { code: 'website-format' } })
  })
})

describe('a phone number', () => {
  test.each([
    ['01 23 45 67 89', '+33123456789'],
    ['(01).23.45.67.89', '+33123456789'],
    ['+33 (0)1 23 45 67 89', '+33123456789'],
    ['0033 1 23 45 67 89', '+33123456789'],
    ['01\u202f23\u202f45\u202f67\u202f89', '+33123456789'],
    ['06 39 98 12 34', '+33639981234'],
    ['0262 12 34 56', '+262262123456'],
    ['+33 262 12 34 56', '+262262123456'],
    ['0692 12 34 56', '+262692123456'],
    ['0800 12 34 56', '+33800123456'],
    ['09 76 12 34 56', '+33976123456'],
    ['0269 61 12 34', '+262269611234'],
    ['0590 27 12 34', '+590590271234'],
    ['0690 12 34 56', '+590690123456'],
    ['0594 29 12 34', '+594594291234'],
    ['0696 12 34 56', '+596696123456'],
    ['+687 25 12 34', '+687251234'],
    ['+689 40 41 23 45', '+68940412345'],
    ['+32 2 555 12 12', '+3225551212'],
  ])('typed as %j is %s', (typed, phone) => {
    expect(parsePhone(typed)).toEqual({ phone })
  })

  test('is read where the organisation is', () => {
    expect(parsePhone('25 12 34', phoneHome('FR', '98800'))).toEqual({ phone: '+687251234' })
    expect(parsePhone('02 555 12 12', phoneHome('BE', '1000'))).toEqual({ phone: '+3225551212' })
    expect(parsePhone('0262 12 34 56', phoneHome('FR', '97400'))).toEqual({ phone: '+262262123456' })
    expect(parsePhone('01 23 45 67 89', phoneHome('AQ', ''))).toEqual({ phone: '+33123456789' })
  })

  test.each(['', 'néant', '3631', '06 12 34 56', '01 23 45 67 89 0', '01 23 45 67 89 poste 12', 'tél. 01 23 45 67 89'])(
    'is refused when typed as %j',
    (typed) => {
      expect(parsePhone(typed)).toMatchObject({ issue: { code: 'phone-format' } })
    },
  )
})

describe('a country', () => {
  test('is known by its two letters', () => {
    expect(parseCountry(' be ')).toEqual({ country: 'BE' })
    for (const typed of ['', 'Belgique', 'XX', 'EU', 'UK', 'FRA']) {
      expect(parseCountry(typed)).toMatchObject({ issue: { code: 'country-unknown' } })
    }
  })

  test('of overseas whose organisations have a SIRET is France', () => {
    expect(parseCountry('RE')).toEqual({ country: 'FR' })
    expect(parseCountry('NC')).toEqual({ country: 'NC' })
  })

  test('has a French name, and all that are no part of the French register and have people stand in its order', () => {
    expect(countryName('BE')).toBe('Belgique')
    expect(countryName('??')).toBe('??')
    const names = countries().map(({ name }) => name)
    expect(names).toHaveLength(249 - 1 - 8 - 7)
    for (const name of ['France', 'La Réunion', 'Guadeloupe', 'Antarctique', 'Île Bouvet'])
      expect(names).not.toContain(name)
    for (const name of ['Nouvelle-Calédonie', 'Polynésie française', 'Monaco']) expect(names).toContain(name)
    expect(names.indexOf('Équateur')).toBeLessThan(names.indexOf('Espagne'))
    expect(countries().filter(({ code, name }) => code === name)).toEqual([])
  })
})
