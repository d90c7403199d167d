import { describe, expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

const payload = {}

/** An act that ends when the test says so, and notes when it begins. */
function act(begun: string[], name: string) {
  let end: (outcome: 'done' | 'failed') => void = () => {}
  const ending = new Promise<string>((resolve, reject) => {
    end = (outcome) => (outcome === 'done' ? resolve(name) : reject(new Error(name)))
  })
  const run = () => {
    begun.push(name)
    return ending
  }
  return { run, end }
}

describe('what concerns one record', () => {
  it('happens one after the other, whether the earlier succeeded or failed', async () => {
    const begun: string[] = []
    const [first, second, third] = [act(begun, 'first'), act(begun, 'second'), act(begun, 'third')] as const
    const answers = Promise.allSettled([first, second, third].map(({ run }) => inTurn(payload, 'file:1', run)))
    expect(begun).toEqual(['first'])
    second.end('done')
    first.end('failed')
    third.end('done')
    expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
    expect(begun).toEqual(['first', 'second', 'third'])
  })

  it('waits for nothing that concerns another', async () => {
    const begun: string[] = []
    const [one, other] = [act(begun, 'one'), act(begun, 'other')]
    const answers = Promise.all([inTurn(payload, 'file:1', one.run), inTurn(payload, 'file:2', other.run)])
    expect(begun).toEqual(['one', 'other'])
    one.end('done')
    other.end('done')
    expect(await answers).toEqual(['one', 'other'])
  })
})
