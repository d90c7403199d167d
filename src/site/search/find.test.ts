import { beforeAll, describe, expect, it } from 'vitest'
import { SearchIndex, type Entry } from './find.ts'
import type { Piece } from './marked.ts'

const entry = (title: string, text: string, more: Partial<Entry> = {}): Entry => ({
  href: `/${title}`,
  title,
  kind: 'Page',
  text,
  ...more,
})

const plain = (pieces: readonly Piece[] = []) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

async function indexOf(...entries: Entry[]): Promise<SearchIndex> {
  const index = new SearchIndex()
  await index.hold(entries)
  return index
}

let index: SearchIndex
const titles = (asked: string, of = index) =>
  of.find(asked).found.map(({ title }) => plain(title).replace(/[[\]]/g, ''))

beforeAll(async () => {
  index = await indexOf(
    entry('Nos missions', 'Éclairer, défendre, réunir les organismes de formation.'),
    entry('L’œuvre commune', 'Une place pour tous.\nLe temps long des transi\u00adtions.'),
    entry('Réunir', 'Chaque trimestre.'),
    entry('Conférence de Brest', 'Une journée.', { kind: 'Événement', known: 'Webinaire Bretagne' }),
  )
})

describe('the search', () => {
  it('asks for every word, whatever its case, accents and number, and puts titles first', () => {
    expect(titles('REUNIR')).toEqual(['Réunir', 'Nos missions'])
    expect(titles('mission eclairer')).toEqual(['Nos missions'])
    expect(titles('oeuvre places')).toEqual(['L’œuvre commune'])
    expect(titles('missions trimestre')).toEqual([])
  })

  it('finds whole words and their beginnings, and nothing inside words', () => {
    expect(titles('forma')).toEqual(['Nos missions'])
    expect(titles('mation')).toEqual([])
    expect(titles('tion')).toEqual([])
  })

  it('takes no punctuation and nothing invisible for a part of a word', () => {
    for (const asked of [
      '« formation », organismes ?',
      'forma\u00adtion',
      'l’organisme',
      'formation / organisme',
      '“formation”',
    ])
      expect(titles(asked), asked).toEqual(['Nos missions'])
    expect(titles('transitions')).toEqual(['L’œuvre commune'])
  })

  it('leaves empty words out, but where there are no others', () => {
    expect(titles('les missions de la formation')).toEqual(['Nos missions'])
    expect(titles('pour')).toEqual(['L’œuvre commune'])
  })

  it('finds by the kind, the region and what else an entry is known as, before its text', async () => {
    expect(titles('événements')).toEqual(['Conférence de Brest'])
    expect(titles('webinaire bretagne')).toEqual(['Conférence de Brest'])
    const mixed = await indexOf(
      entry('Troisième', 'Un mot de Bretagne.'),
      entry('Deuxième', '', { known: 'Bretagne' }),
      entry('Bretagne', ''),
    )
    expect(titles('bretagne', mixed)).toEqual(['Bretagne', 'Deuxième', 'Troisième'])
  })

  it('finds nothing where nothing is asked', () => {
    for (const asked of ['  ', '…', '« ? »'])
      expect(index.find(asked)).toEqual({ found: [], total: 0, suggestion: null })
  })

  it('marks what was asked for, in the title and around it in the one block that has it', async () => {
    const long = `${'mot '.repeat(100)}apprentissages ${'fin '.repeat(100)}`
    const of = await indexOf(entry('Longue page', `Un titre\n${long}\nApprentissage ailleurs`))
    const [found] = of.find('apprentissage').found
    expect(plain(found?.excerpt)).toMatch(/^… (mot )+\[apprentissages\] (fin )+…$/)
    expect(plain(found?.excerpt).length).toBeLessThan(230)
    expect(plain(index.find('oeuvre').found[0]?.title)).toBe('L’[œuvre] commune')
    expect(plain(index.find('transition').found[0]?.excerpt)).toBe('Le temps long des [transi\u00adtions].')
  })

  it('suggests words that something has in place of misspelt ones', () => {
    expect(index.find('fromation').suggestion).toBe('formation')
    expect(index.find('organnisme missions').suggestion).toBe('organismes missions')
    expect(index.find('xyzzyqwv').suggestion).toBeNull()
  })

  it('forgets what is no more, and knows what has changed', async () => {
    const of = await indexOf(entry('Une', 'premier mot'), entry('Deux', 'second mot'))
    await of.hold([entry('Une', 'tout autre'), entry('Trois', 'mot nouveau')])
    expect(titles('mot', of)).toEqual(['Trois'])
    expect(titles('tout autre', of)).toEqual(['Une'])
    expect(of.find('deux').suggestion).toBeNull()
  })
})
