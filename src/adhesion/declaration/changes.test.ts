import { describe, expect, it } from 'vitest'
import { followUpAddress, isOtherOrganisation, isOtherSignatory } from './changes.ts'
import type { Declaration } from './declaration-types.ts'

const BEFORE: Declaration = {
  kind: 'member',
  organisation: {
    legalName: 'École du Geste',
    siret: '82729678100012',
    siren: '827296781',
    country: 'FR',
    address: { line1: '1 rue Haute', postalCode: '69003', city: 'Lyon' },
    identifierKey: 'siren:827296781',
    searchKey: 'ecole du geste',
  },
  representative: {
    firstName: 'Élodie',
    lastName: 'Martin',
    function: 'Présidente',
    capacity: 'legal-representative',
    email: 'elodie@geste.example',
  },
  privacyNoticeRead: true,
}

const organisation = (changes: Partial<Declaration['organisation']>): Declaration => ({
  ...BEFORE,
  organisation: { ...BEFORE.organisation, ...changes },
})
const representative = (changes: Partial<Declaration['representative']>): Declaration => ({
  ...BEFORE,
  representative: { ...BEFORE.representative, ...changes },
})

describe('what a signature binds', () => {
  it.each([
    ['kind', { ...BEFORE, kind: 'partner' as const }],
    ['name', organisation({ legalName: 'École de la Main' })],
    ['identifier', organisation({ identifierKey: 'siren:1' })],
    ['establishment', organisation({ siret: '82729678100020' })],
  ])('is another organisation with another %s', (_, after) => {
    expect(isOtherOrganisation(BEFORE, after)).toBe(true)
  })

  it('is the same organisation with its name in other letters, another address, web site or description', () => {
    const after = organisation({
      legalName: 'ECOLE DU GESTE',
      website: 'https://geste.example',
      description: 'Nous formons.',
      address: { ...BEFORE.organisation.address, line1: '2 rue Basse' },
    })
    expect(isOtherOrganisation(BEFORE, after)).toBe(false)
  })

  it.each([
    ['name', representative({ lastName: 'Petit' })],
    ['address', representative({ email: 'martin@geste.example' })],
    ['power', representative({ capacity: 'delegated' })],
  ])('is another signatory with another %s', (_, after) => {
    expect(isOtherSignatory(BEFORE, after)).toBe(true)
  })

  it('is the same signatory with accents, case, title of function or phone corrected', () => {
    expect(
      isOtherSignatory(
        BEFORE,
        representative({
          firstName: 'ELODIE',
          function: 'Directrice',
          phone: '+33472000000',
          email: 'Elodie@geste.example',
        }),
      ),
    ).toBe(false)
  })
})

describe('the follow-up link', () => {
  it('goes to the contact, else to the representative', () => {
    expect(followUpAddress(BEFORE)).toBe('elodie@geste.example')
    expect(
      followUpAddress({ ...BEFORE, contact: { firstName: 'Paul', lastName: 'Durand', email: 'Paul@geste.example' } }),
    ).toBe('paul@geste.example')
  })
})
