import { describe, expect, it } from 'vitest'
import { languageOf, languageOfRequest } from './language.ts'

describe('the language of an answer', () => {
  it.each([
    [null, 'fr'],
    ['*', 'fr'],
    ['de-DE,de;q=0.9', 'fr'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['en;q=0.4, fr;q=0.7', 'fr'],
    ['EN-us', 'en'],
    ['french', 'fr'],
    ['en;q=nonsense', 'en'],
  ])('for Accept-Language %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })

  it('is what the request says, whatever somebody once chose for the panel', () => {
    expect(languageOfRequest(new Headers({ cookie: 'payload-lng=en', 'accept-language': 'fr' }))).toBe('fr')
    expect(languageOfRequest(new Headers({ cookie: 'payload-lng=fr', 'accept-language': 'en' }))).toBe('en')
  })
})
