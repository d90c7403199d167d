import { describe, expect, it } from 'vitest'
import { BASE, bothKept } from './both-kept.ts'

const base = {
  'organisation.legalName': 'Avant',
  'organisation.acronym': 'AVT',
  motivation: 'Une\nligne',
  'organisation.qualiopi.categories': ['vae', 'bilans-de-competences'],
}
const sent = (changes: Record<string, string | readonly string[]>) => ({
  ...base,
  motivation: 'Une\r\nligne',
  ...changes,
  [BASE]: JSON.stringify(base),
})

describe('a form that was sent on an older state', () => {
  it('keeps what its sender changed, and has what others changed meanwhile', () => {
    const present = { ...base, 'organisation.legalName': 'Après', 'organisation.acronym': 'UN' }
    const { values, meanwhile } = bothKept(sent({ motivation: 'La mienne', 'organisation.acronym': 'DEUX' }), present)
    expect(values).toMatchObject({
      'organisation.legalName': 'Après',
      'organisation.acronym': 'DEUX',
      motivation: 'La mienne',
      'organisation.qualiopi.categories': ['vae', 'bilans-de-competences'],
    })
    expect(meanwhile).toEqual([
      'Dénomination\u00a0: «\u00a0Avant\u00a0» est devenu «\u00a0Après\u00a0»',
      'Sigle\u00a0: «\u00a0AVT\u00a0» est devenu «\u00a0UN\u00a0», et vous avez écrit «\u00a0DEUX\u00a0»',
    ])
  })

  it('takes no end of line and no order of boxes for a change, and says nothing where nothing changed', () => {
    const boxes = { 'organisation.qualiopi.categories': ['bilans-de-competences', 'vae'] }
    expect(bothKept(sent(boxes), base).meanwhile).toEqual([])
    expect(bothKept(sent(boxes), { ...base, motivation: 'Autre' }).values).toMatchObject({ motivation: 'Autre' })
  })

  it('is shown as it was sent where it does not say on what it was filled in', () => {
    const fields = { motivation: 'La mienne', [BASE]: 'rien' }
    expect(bothKept(fields, base)).toEqual({ values: fields, meanwhile: [] })
  })
})
