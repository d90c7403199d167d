import { describe, expect, it } from 'vitest'
import { electorateNow, electorateOn } from './electorate.ts'
import { type ElectorateInput, type Interests } from './recusal.ts'
import { presiding } from './presiding.ts'
import { holders, inForce, type MandateFacts } from '../governance/mandate-facts.ts'

const mandate = (person: string, changed: Partial<MandateFacts> = {}): MandateFacts => ({
  person,
  body: 'bureau',
  role: 'member',
  firstDay: '2026-01-01',
  lastDay: null,
  confirmed: true,
  ...changed,
})
const APPLICANT: Interests = {
  representative: { email: 'marie@essor.example', firstName: 'Marie', lastName: 'Dupré', proven: true },
  contact: null,
  siren: '552100554',
  identifierKey: '552100554',
}
const on = (changed: Partial<ElectorateInput>) =>
  electorateOn({ body: 'bureau', day: '2026-11-23', mandates: [], people: [], interests: APPLICANT, ...changed })

describe('a mandate', () => {
  const term = mandate('ana', { firstDay: '2026-03-01', lastDay: '2026-11-23' })

  it('is in force from its first day to its last, both included', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-11-23', '2026-11-24']
    expect(days.map((day) => inForce(term, day))).toEqual([false, true, true, false])
  })

  it('has no end while none is known', () => {
    expect(inForce(mandate('ana'), '2099-12-31')).toBe(true)
  })

  it('gives no right before a second person has confirmed it', () => {
    expect(inForce({ ...term, confirmed: false }, '2026-06-01')).toBe(false)
  })

  it('may end before its term but is not made longer by an ending', () => {
    expect(inForce({ ...term, endedOn: '2026-06-01' }, '2026-06-01')).toBe(true)
    expect(inForce({ ...term, endedOn: '2026-06-01' }, '2026-06-02')).toBe(false)
    expect(inForce({ ...term, endedOn: '2027-01-01' }, '2026-11-24')).toBe(false)
    expect(inForce(mandate('ana', { endedOn: '2026-06-01' }), '2026-06-02')).toBe(false)
  })
})

describe('the electorate of a body on a day', () => {
  it('is who holds a mandate in force in it, each once', () => {
    const mandates = [
      mandate('cyr', { role: 'treasurer' }),
      mandate('ana', { role: 'chair' }),
      mandate('ana', { firstDay: '2026-05-01' }),
      mandate('bob', { body: 'council' }),
      mandate('dia', { lastDay: '2026-11-22' }),
      mandate('eve', { firstDay: '2026-11-24' }),
      mandate('fay', { confirmed: false }),
    ]
    expect(on({ mandates })).toEqual({
      electorate: ['ana', 'cyr'],
      recused: [],
      questions: [],
      chair: 'ana',
      viceChairs: [],
    })
    expect(on({ mandates: mandates.toReversed() })).toEqual(on({ mandates }))
  })

  it('names its chair and vice-chairs, the longest in office first', () => {
    const mandates = [
      mandate('bob', { role: 'vice-chair', firstDay: '2026-02-01' }),
      mandate('cyr', { role: 'vice-chair' }),
      mandate('ana', { role: 'chair', lastDay: '2026-10-31' }),
    ]
    expect(on({ mandates })).toMatchObject({ viceChairs: ['cyr', 'bob'] })
    expect(on({ mandates }).chair).toBeUndefined()
    expect(holders(mandates, 'bureau', '2026-10-31', 'chair')).toEqual(['ana'])
  })
})

describe('a member is recused', () => {
  const two = [mandate('ana', { role: 'chair' }), mandate('bob')]
  const reasons = (changed: Partial<ElectorateInput>) => on({ mandates: two, ...changed }).recused

  it('who has the representative’s or the contact’s e-mail, however it is typed', () => {
    expect(reasons({ people: [{ id: 'ana', emails: [' Marie@ESSOR.example '] }] })).toEqual([
      { person: 'ana', reason: 'representative-email' },
    ])
    expect(reasons({ people: [{ id: 'ana', emails: ['ana@bureau.example', 'marie@essor.example'] }] })).toEqual([
      { person: 'ana', reason: 'representative-email' },
    ])
    const interests = { ...APPLICANT, contact: { email: 'CONTACT@essor.example', proven: true } }
    expect(reasons({ interests, people: [{ id: 'bob', emails: ['contact@essor.example'] }] })).toEqual([
      { person: 'bob', reason: 'contact-email' },
    ])
  })

  it('by no address that somebody only typed: it is asked about', () => {
    const interests = {
      ...APPLICANT,
      representative: { ...APPLICANT.representative, proven: false },
      contact: { email: 'bob@bureau.example' },
    }
    const people = [
      { id: 'ana', emails: ['marie@essor.example'] },
      { id: 'bob', emails: ['Bob@bureau.example'] },
    ]
    expect(on({ mandates: two, interests, people })).toMatchObject({
      electorate: ['ana', 'bob'],
      recused: [],
      questions: [
        { person: 'ana', reason: 'unproven-email' },
        { person: 'bob', reason: 'unproven-email' },
      ],
    })
    expect(
      reasons({ interests: { ...interests, contact: { email: 'bob@bureau.example', proven: true } }, people }),
    ).toEqual([{ person: 'bob', reason: 'contact-email' }])
  })

  it('who sits on behalf of the applicant, or of its SIREN, in whatever body', () => {
    const recused = [{ person: 'bob', reason: 'own-organisation' }]
    const behalf = (onBehalfOf: MandateFacts['onBehalfOf'], changed: Partial<MandateFacts> = {}) => [
      mandate('ana'),
      mandate('bob'),
      mandate('bob', { onBehalfOf, ...changed }),
    ]
    expect(reasons({ mandates: behalf({ id: 'm1', siren: '552100554' }) })).toEqual(recused)
    expect(reasons({ mandates: behalf({ id: 'm1' }), interests: { ...APPLICANT, memberId: 'm1' } })).toEqual(recused)
    expect(reasons({ mandates: behalf({ id: 'm1', siren: '552100554' }, { body: 'council' }) })).toEqual(recused)
    expect(
      reasons({
        mandates: behalf({ id: 'm1', identifierKey: 'DE:HRB 1' }),
        interests: { ...APPLICANT, siren: null, identifierKey: 'DE:HRB 1' },
      }),
    ).toEqual(recused)
    expect(reasons({ mandates: behalf({ id: 'm1', siren: '552100554' }, { lastDay: '2026-11-22' }) })).toEqual([])
  })

  it('who declared a conflict, under a found reason where there is one as well', () => {
    expect(reasons({ declared: ['bob', 'stranger'] })).toEqual([{ person: 'bob', reason: 'declared' }])
    expect(reasons({ declared: ['ana'], people: [{ id: 'ana', emails: ['marie@essor.example'] }] })).toEqual([
      { person: 'ana', reason: 'representative-email' },
    ])
  })

  it('and then votes no more, but is still the chair by name', () => {
    expect(on({ mandates: two, declared: ['ana'] })).toMatchObject({ electorate: ['bob'], chair: 'ana' })
  })

  it('whom the round sets aside, for its reason', () => {
    const setAside = [{ person: 'bob', reason: 'confirmed' }] as const
    expect(reasons({ setAside })).toEqual(setAside)
    expect(reasons({ setAside, people: [{ id: 'bob', emails: ['marie@essor.example'] }] })).toEqual([
      { person: 'bob', reason: 'representative-email' },
    ])
  })

  it('never because two facts are missing', () => {
    const interests = {
      representative: {},
      contact: null,
      siren: null,
      identifierKey: null,
      memberId: null,
      network: null,
    }
    const mandates = [mandate('ana', { onBehalfOf: { id: 'm1', siren: null, identifierKey: null, network: null } })]
    expect(on({ mandates, interests, people: [{ id: 'ana', emails: [] }] })).toMatchObject({
      electorate: ['ana'],
      recused: [],
      questions: [],
    })
  })
})

describe('a question is asked about an elector', () => {
  const ana = [mandate('ana')]
  const asked = (changed: Partial<ElectorateInput>) =>
    on({ mandates: ana, ...changed }).questions.map(({ reason }) => reason)

  it('who bears the name of the representative or contact', () => {
    expect(asked({ people: [{ id: 'ana', firstName: 'MARIE', lastName: 'Dupre' }] })).toEqual(['same-name'])
    expect(asked({ people: [{ id: 'ana', firstName: 'Dupré', lastName: 'Marie' }] })).toEqual(['same-name'])
    const interests = { ...APPLICANT, contact: { firstName: 'Jean-Luc', lastName: 'Petit' } }
    expect(asked({ interests, people: [{ id: 'ana', firstName: 'Jean Luc', lastName: 'PETIT' }] })).toEqual([
      'same-name',
    ])
    expect(asked({ people: [{ id: 'ana', firstName: 'Marie', lastName: 'Durand' }] })).toEqual([])
  })

  it('whose e-mail has the same domain, unless everybody may have one there', () => {
    expect(asked({ people: [{ id: 'ana', emails: ['ana@Essor.example'] }] })).toEqual(['email-domain'])
    for (const domain of ['gmail.com', 'orange.fr', 'laposte.net']) {
      const interests = { ...APPLICANT, representative: { email: `marie@${domain}` } }
      expect(asked({ interests, people: [{ id: 'ana', emails: [`ana@${domain}`] }] })).toEqual([])
    }
  })

  it('who sits for the same network, for the network itself, or for a member of the applicant’s', () => {
    const sits = (onBehalfOf: MandateFacts['onBehalfOf']) => [mandate('ana', { onBehalfOf })]
    expect(
      asked({ mandates: sits({ id: 'm2', network: 'net' }), interests: { ...APPLICANT, network: 'net' } }),
    ).toEqual(['network'])
    expect(asked({ mandates: sits({ id: 'net' }), interests: { ...APPLICANT, network: 'net' } })).toEqual(['network'])
    expect(asked({ mandates: sits({ id: 'm2', network: 'm1' }), interests: { ...APPLICANT, memberId: 'm1' } })).toEqual(
      ['network'],
    )
    expect(
      asked({ mandates: sits({ id: 'm2', network: 'other' }), interests: { ...APPLICANT, network: 'net' } }),
    ).toEqual([])
  })

  it('and takes nobody’s vote; about the recused none is asked', () => {
    const people = [{ id: 'ana', emails: ['ana@essor.example'] }]
    expect(on({ mandates: ana, people }).electorate).toEqual(['ana'])
    expect(on({ mandates: ana, people, declared: ['ana'] }).questions).toEqual([])
  })
})

it('a frozen electorate loses whose mandate ended unless they had voted, and the recused; newcomers wait', () => {
  const now = electorateNow({
    frozen: ['ana', 'bob', 'cyr', 'dia'],
    voted: ['bob', 'dia'],
    inForceToday: ['ana', 'dia', 'new'],
    recused: ['dia'],
  })
  expect(now).toEqual(['ana', 'bob'])
})

describe('who presides', () => {
  const facts = {
    electorate: ['ana', 'bob', 'cyr', 'dia'],
    chair: 'ana',
    viceChairs: ['bob', 'cyr'],
    namedByMinutes: 'dia',
  }

  it('is the chair, whoever the minutes name', () => expect(presiding(facts)).toBe('ana'))

  it('is a vice-chair when the chair is recused, vacant or was not there', () => {
    expect(presiding({ ...facts, electorate: ['bob', 'cyr', 'dia'] })).toBe('bob')
    expect(presiding({ ...facts, chair: undefined })).toBe('bob')
    expect(presiding({ ...facts, present: ['bob', 'dia'] })).toBe('bob')
    expect(presiding({ ...facts, chair: null, namedByMinutes: 'cyr' })).toBe('cyr')
  })

  it('is else the elector whom the minutes name', () => {
    expect(presiding({ ...facts, electorate: ['dia'] })).toBe('dia')
    expect(presiding({ ...facts, present: ['dia'] })).toBe('dia')
  })

  it('is who presided over the session at hand, while they may', () => {
    expect(presiding({ ...facts, presided: 'cyr' })).toBe('cyr')
    expect(presiding({ ...facts, presided: 'eve' })).toBe('ana')
  })

  it('is nobody rather than a recused or absent person', () => {
    expect(presiding({ ...facts, electorate: ['eve'] })).toBeUndefined()
    expect(presiding({ ...facts, present: ['eve'] })).toBeUndefined()
    expect(presiding({ electorate: ['dia'] })).toBeUndefined()
  })
})
