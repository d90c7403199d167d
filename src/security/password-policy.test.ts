import { describe, expect, it } from 'vitest'
import { guessesOf } from './password-guesses.ts'
import { flawOfPassword } from './password-policy.ts'

const claire = { name: 'Claire Nogaret', email: 'secretariat@demo.cpof.example' }

const flawOf = (password: string) => flawOfPassword(password, claire, guessesOf)

describe('a password that somebody chooses', () => {
  it.each([
    'un mot de passe assez long',
    'correct horse battery staple',
    'q7Gz-pL2v-Xm9t',
    'vélo bleu sous la pluie',
    'Tr0ub4dour&3Zyx',
    'é'.repeat(3) + ' soleil levant 42',
  ])('may be %s', async (password) => {
    expect(await flawOf(password)).toBeNull()
  })

  it.each([
    'aaaaaaaaaaaa',
    '123456789012',
    'motdepasse123',
    'Password1234!',
    'azertyuiop123',
    'Bienvenue2026!',
    'Formation2026!',
    'iloveyou1234',
    'abcabcabcabcabc',
    'a'.repeat(128),
  ])('is not one that everybody knows: %s', async (password) => {
    expect(await flawOf(password)).toBe('known')
  })

  it.each(['claire.nogaret', 'Nogaret-Claire1', 'cpof2026cpof', 'secretariat@demo.cpof.example'])(
    'is not made of who chooses it: %s',
    async (password) => {
      expect(await flawOf(password)).toBe('known')
    },
  )

  it('has 12 characters at least and 256 at most, counted as people count them', async () => {
    expect(await flawOf('q7Gz-pL2v-X')).toBe('too-short')
    expect(await flawOf('🌊🌋🌍🌎🌏🌐')).toBe('too-short')
    expect(await flawOf('un mot de passe assez long '.repeat(10))).toBe('too-long')
    expect(await flawOf(`un mot de passe ${'très '.repeat(22)}long`)).toBeNull()
  })

  it('has no sign that a keyboard does not write', async () => {
    expect(await flawOf('un mot de passe\0assez long')).toBe('unusable')
    expect(await flawOf('un mot de passe\ud800assez long')).toBe('unusable')
  })
})
