import { describe, expect, it } from 'vitest'
import { REGIONS } from '../../../organisation/region.ts'
import { memberHref, regionAt, regionHref, slugOf, tailIn } from './kind.ts'

describe('an address of the directory', () => {
  it('is the name without accents and signs, and the end of the id', () => {
    const href = memberHref({
      id: '01a21e42-ed70-717d-b8be-a75dad41efa7',
      legalName: 'École « Buissonnière » du Limousin',
    })
    expect(href).toBe('/membres/ecole-buissonniere-du-limousin-ad41efa7')
    expect(tailIn('ecole-buissonniere-du-limousin-ad41efa7')).toBe('ad41efa7')
    expect(tailIn('ecole-buissonniere')).toBeNull()
    expect(slugOf('…')).toBe('membre')
  })

  it('leads to each region by a name of its own', () => {
    for (const region of REGIONS) expect(regionAt(regionHref(region).split('/').at(-1) ?? '')).toBe(region)
    expect(new Set(REGIONS.map(regionHref)).size).toBe(REGIONS.length)
    expect(regionHref(REGIONS[17])).toBe('/regions/provence-alpes-cote-d-azur')
  })
})
