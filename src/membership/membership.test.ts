import { describe, expect, it } from 'vitest'
import { isMemberChange } from './change.ts'
import { effectiveDay } from './create.ts'
import { directoryEntry } from './directory-entry.ts'
import { searchKeyOf } from './search-key.ts'
import { isCurrent, MEMBER_STATUSES } from './statuses.ts'

describe('a membership', () => {
  it('begins on the later of signature and decision, counted in Paris days', () => {
    expect(effectiveDay('2026-07-01T21:59:59.000Z', '2026-06-30')).toBe('2026-07-01')
    expect(effectiveDay('2026-07-01T22:00:00.000Z', '2026-06-30')).toBe('2026-07-02')
    expect(effectiveDay('2026-07-01T22:00:00.000Z', '2026-09-30')).toBe('2026-09-30')
  })

  it('lasts while it is active or suspended', () => {
    expect(MEMBER_STATUSES.filter(isCurrent)).toEqual(['active', 'suspended'])
  })

  it('shows the organisation in the directory, and of a sole trader the place only', () => {
    const organisation = {
      legalForm: 'association',
      description: 'Nous formons.',
      website: 'https://a.example',
      address: { line1: '1 rue A', city: 'Lyon', region: 'Auvergne-Rhône-Alpes' },
    } as const
    expect(directoryEntry(organisation)).toEqual({
      listed: true,
      description: 'Nous formons.',
      website: 'https://a.example',
      city: 'Lyon',
      region: 'Auvergne-Rhône-Alpes',
    })
    expect(directoryEntry({ ...organisation, legalForm: 'entreprise-individuelle' })).toEqual({
      listed: true,
      description: null,
      website: null,
      city: 'Lyon',
      region: 'Auvergne-Rhône-Alpes',
    })
  })

  it('is found by its names without accents or case', () => {
    expect(searchKeyOf('Éducation & Cœur', 'ÉC')).toBe('education & coeur ec')
    expect(searchKeyOf('Seule', null)).toBe('seule')
  })

  it('knows a stored proposal from anything else', () => {
    const signature = { charterVersion: 'v', signatory: 'Ada', signedOn: '2026-01-01', scan: null }
    for (const change of [
      { kind: 'status', status: 'resigned', day: '2026-01-01' },
      { kind: 'entry', signature },
      { kind: 'entry', signature: { ...signature, scan: { attachment: 'a', sha256: 'b' } } },
    ])
      expect(isMemberChange(change)).toBe(true)
    for (const other of [
      null,
      {},
      { kind: 'status', status: 'gone', day: '2026-01-01' },
      { kind: 'entry' },
      { kind: 'entry', signature: { ...signature, scan: 'x' } },
    ])
      expect(isMemberChange(other)).toBe(false)
  })
})
