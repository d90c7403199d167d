import { expect, it } from 'vitest'
import { disposition } from './disposition.ts'

it('writes each sign of a name that would end it, and those of other alphabets, by its bytes', () => {
  expect(disposition('attachment', "l'avis (été)*.pdf")).toBe(
    "attachment; filename*=UTF-8''l%27avis%20%28%C3%A9t%C3%A9%29%2A.pdf",
  )
  expect(disposition('inline', 'guide.pdf')).toBe("inline; filename*=UTF-8''guide.pdf")
})
