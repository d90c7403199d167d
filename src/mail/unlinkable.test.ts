import { expect, it } from 'vitest'
import { unlinkable } from './unlinkable.ts'

const visible = (text: string) => text.replaceAll('\u200c', '')

it('shows a name as it was typed', () => {
  for (const name of ['Atelier des Deux-Rives', 'C.F.A. de l’Œuvre', 'Centre 2000 : S.A.R.L.', 'Élan & Cie']) {
    expect(visible(unlinkable(name))).toBe(name)
  }
})

it('leaves nothing whole that a mail client would make a link of', () => {
  for (const bait of [
    'http://piege.example',
    'www.piege.fr',
    'a@piege.fr',
    '\\\\serveur\\partage',
    '01 23 45 67 89',
    '//piege.fr',
  ]) {
    const shown = unlinkable(bait)
    expect(visible(shown)).toBe(bait)
    expect(shown).not.toMatch(/:\/\/|\/\/|www\.p|@p|piege\.(fr|example)|\\\\|\d[\s]?\d/)
  }
})

it('takes out what could disguise the rest of a line', () => {
  expect(unlinkable('Atelier\r\nBcc: x\u202egnp.exe\u0000')).toBe('Atelier Bcc: xgnp.\u200cexe')
})
