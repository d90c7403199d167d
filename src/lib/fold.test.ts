import { expect, it } from 'vitest'
import { fold, foldEmail } from './fold.ts'

it('folds case, accents, ligatures and spaces', () => {
  expect(fold('  L’Œuvre   des  Élèves d’Ÿmonville ')).toBe("l'oeuvre des eleves d'ymonville")
})

it('folds an e-mail address whatever its case and Unicode form', () => {
  expect(foldEmail(' Léa.Martin@Exemple.FR ')).toBe(foldEmail('le\u0301a.martin@exemple.fr'))
})
