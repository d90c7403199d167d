import { describe, expect, it } from 'vitest'
import { markdownTable, mermaidDiagram } from './diagram.ts'
import { STATES, STATE_LABELS } from './states.ts'
import { TRANSITIONS } from './transitions.ts'

describe('the diagram of a file’s life', () => {
  const diagram = mermaidDiagram()

  it('declares every state once, under its French name', () => {
    for (const state of STATES) {
      expect(diagram.split(`state "${STATE_LABELS[state]}" as ${state.replaceAll('-', '_')}\n`)).toHaveLength(2)
    }
  })

  it('draws every transition that moves a file and none that leaves it where it is', () => {
    for (const { label, to } of TRANSITIONS) expect(diagram.includes(label)).toBe(to.length > 0)
    expect(diagram).not.toMatch(/(\w+) --> \1 /)
  })

  it('takes states treated alike together, and stays small enough to read', () => {
    const arrows = diagram.split('\n').filter((line) => line.includes('-->'))
    expect(arrows).toContain('  bureau --> withdrawn : Retirer la demande')
    expect(arrows).toContain('  etude --> closed : Classer sans suite')
    expect(arrows).toContain(
      '  etude --> awaiting_signature : Corriger la demande<br/>Demander une nouvelle signature<br/>Corriger pour l’organisme',
    )
    expect(arrows).toContain('  before_bureau --> referred : Voter<br/>Dépouiller le scrutin')
    expect(arrows).toContain('  [*] --> awaiting_signature : Déposer la demande')
    expect(arrows.length).toBeLessThan(25)
    expect(new Set(arrows).size).toBe(arrows.length)
  })
})

it('the table in Markdown has a row a transition and as many cells everywhere', () => {
  const rows = markdownTable().trimEnd().split('\n')
  expect(rows).toHaveLength(TRANSITIONS.length + 2)
  for (const row of rows) expect(row.split('|')).toHaveLength(8)
  expect(rows.find((row) => row.includes('`castVote`'))).toContain('même état, ou Validée, Refusée, Renvoyée en séance')
  expect(rows.at(-1)).toContain('`anonymise`')
})
