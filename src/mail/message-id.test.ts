import { expect, it } from 'vitest'
import { messageIdFor } from './message-id.ts'

it('gives one e-mail owed the same Message-ID at each attempt, another one another, and names nobody in it', () => {
  const id = messageIdFor('adhesion:1|receipt|lea@atelier.example', 'cpof.example')
  expect(id).toBe(messageIdFor('adhesion:1|receipt|lea@atelier.example', 'cpof.example'))
  expect(id).not.toBe(messageIdFor('adhesion:2|receipt|lea@atelier.example', 'cpof.example'))
  expect(id).toMatch(/^<[0-9a-f]{32}@cpof\.example>$/)
})
