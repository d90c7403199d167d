import { describe, expect, test } from 'vitest'
import { parsePostalCode, parseRegion, REGIONS, regionOf } from './region.ts'

const regionName = (postalCode: string, city: string) => {
  const answer = regionOf(postalCode, city)
  return 'region' in answer ? answer.region.name : answer
}
const asked = (postalCode: string, city: string) => {
  const answer = regionOf(postalCode, city)
  return 'ask' in answer ? answer.ask.map(({ name }) => name) : answer
}

describe('the region of an address', () => {
  test.each([
    ['75011', 'Paris', 'Île-de-France'],
    ['20090', 'Ajaccio', 'Corse'],
    ['20200', 'Bastia', 'Corse'],
    ['97110', 'Pointe-à-Pitre', 'Guadeloupe'],
    ['97400', 'Saint-Denis', 'La Réunion'],
    ['97600', 'Mamoudzou', 'Mayotte'],
    ['97500', 'Saint-Pierre', 'Outre-mer (hors régions)'],
    ['97133', 'Gustavia', 'Outre-mer (hors régions)'],
    ['97150', 'Marigot', 'Outre-mer (hors régions)'],
    ['98600', 'Uvea', 'Outre-mer (hors régions)'],
    ['98714', 'Papeete', 'Outre-mer (hors régions)'],
    ['98800', 'Nouméa', 'Outre-mer (hors régions)'],
  ])('%s %s lies in %s', (postalCode, city, name) => {
    expect(regionName(postalCode, city)).toBe(name)
  })

  test.each([
    ['75955', 'PARIS CEDEX 20', 'Île-de-France'],
    ['33070', 'Bordeaux Cedex', 'Nouvelle-Aquitaine'],
    ['20176', 'Ajaccio cedex 1', 'Corse'],
    ['97262', 'FORT DE FRANCE CEDEX', 'Martinique'],
    ['97091', 'Saint-Martin CEDEX', 'Outre-mer (hors régions)'],
  ])('the CEDEX code %s %s lies in %s', (postalCode, city, name) => {
    expect(regionName(postalCode, city)).toBe(name)
  })

  test.each([
    ['37160', 'Descartes', 'Centre-Val de Loire'],
    ['37160', 'BUXEUIL', 'Nouvelle-Aquitaine'],
    ['37160', 'la celle st avant', 'Centre-Val de Loire'],
    ['48250', 'Laveyrune', 'Auvergne-Rhône-Alpes'],
    ['48250', 'La Bastide Puylaurent', 'Occitanie'],
    ['48250', 'Le Bleymard', 'Occitanie'],
    ['01410', 'Lelex', 'Auvergne-Rhône-Alpes'],
    ['01410', 'Lajoux', 'Bourgogne-Franche-Comté'],
    ['01590', 'Lavancia-Épercy', 'Bourgogne-Franche-Comté'],
    ['05700', 'Villebois les Pins', 'Auvergne-Rhône-Alpes'],
    ['05700', 'Serres', 'Provence-Alpes-Côte d’Azur'],
  ])('under the divided code %s the commune %s decides for %s', (postalCode, city, name) => {
    expect(regionName(postalCode, city)).toBe(name)
  })

  test.each([
    ['37160', ['Centre-Val de Loire', 'Nouvelle-Aquitaine']],
    ['48250', ['Auvergne-Rhône-Alpes', 'Occitanie']],
    ['01410', ['Auvergne-Rhône-Alpes', 'Bourgogne-Franche-Comté']],
    ['01590', ['Auvergne-Rhône-Alpes', 'Bourgogne-Franche-Comté']],
    ['05700', ['Auvergne-Rhône-Alpes', 'Provence-Alpes-Côte d’Azur']],
    ['97061', ['Guadeloupe', 'Outre-mer (hors régions)']],
  ])('under the divided code %s an unknown commune asks between %j', (postalCode, names) => {
    expect(asked(postalCode, 'Trifouillis')).toEqual(names)
    expect(asked(postalCode, '')).toEqual(names)
  })

  test('a Monegasque code is told apart from an unknown one', () => {
    expect(regionOf('98000', 'Monaco')).toMatchObject({ issue: { code: 'postal-code-monaco' } })
    for (const postalCode of ['00200', '96000', '97900', '98100', '99137']) {
      expect(regionOf(postalCode, 'Ailleurs')).toMatchObject({ issue: { code: 'postal-code-unknown' } })
    }
  })
})

test('a postal code is read with the spaces and the letter that people put', () => {
  for (const typed of ['75011', ' 75 011 ', 'F-75011', 'fr 75011', '７５０１１']) {
    expect(parsePostalCode(typed)).toEqual({ postalCode: '75011' })
  }
  for (const typed of ['7501', '750111', 'Paris', '', '2A004']) {
    expect(parsePostalCode(typed)).toMatchObject({ issue: { code: 'postal-code-format' } })
  }
  expect(parsePostalCode('99137')).toMatchObject({ issue: { code: 'postal-code-unknown' } })
  expect(parsePostalCode('98000')).toMatchObject({ issue: { code: 'postal-code-monaco' } })
})

test('a region is known by its code and by its name as people write it', () => {
  for (const region of REGIONS) {
    expect(parseRegion(region.code)).toBe(region)
    expect(parseRegion(region.name.toUpperCase())).toBe(region)
  }
  expect(parseRegion('ile de france')?.code).toBe('11')
  expect(parseRegion("provence alpes cote d'azur")?.code).toBe('93')
  expect(parseRegion('Wallonie')).toBeUndefined()
})
