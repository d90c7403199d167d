import { describe, expect, it } from 'vitest'
import { fr, typo } from './typography.ts'

describe('French typography', () => {
  it('keeps high punctuation with its word', () => {
    expect(typo('Prêt ? Oui : allons-y !')).toBe('Prêt\u00a0? Oui\u00a0: allons-y\u00a0!')
    expect(typo('la « charte » de 50 %')).toBe('la «\u00a0charte\u00a0» de 50\u00a0%')
  })

  it('turns the typewriter apostrophe', () => {
    expect(typo("l'organisme d'aujourd'hui")).toBe('l’organisme d’aujourd’hui')
    expect(typo("l'« organisme »")).toBe('l’«\u00a0organisme\u00a0»')
  })

  it('leaves addresses and times alone', () => {
    expect(typo('https://exemple.fr/?a=1:2 à 14:05')).toBe('https://exemple.fr/?a=1:2 à 14:05')
  })

  it('sets our words and not what is filled in', () => {
    expect(fr`Signée par ${"O'Neil : un nom"} : merci !`).toBe("Signée par O'Neil : un nom\u00a0: merci\u00a0!")
  })
})
