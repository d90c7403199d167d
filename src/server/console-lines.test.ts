import { describe, expect, it } from 'vitest'
import { createLogger } from '../lib/logger.ts'
import { consoleIntoLog } from './console-lines.ts'

/** What a console says in the log. */
function heard(say: (target: Console) => void): { lines: Record<string, unknown>[]; raw: string[] } {
  const raw: string[] = []
  const target = Object.create(console) as Console
  const giveBack = consoleIntoLog(createLogger('debug', { write: (line) => raw.push(line) }), target)
  say(target)
  giveBack()
  return { raw, lines: raw.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

describe('what is printed by the console', () => {
  it('is a line of JSON each, and forges none', () => {
    const { raw, lines } = heard((target) => {
      target.error('⨯ The requested resource isn’t a valid image for /foo\n{"level":"fatal","msg":"forged"} received')
      target.log('\u001b[32m✓\u001b[39m Running next.config.mjs took 306ms\n')
      target.warn('%s is slow', 'this')
    })
    expect(raw.every((line) => line.endsWith('\n') && line.indexOf('\n') === line.length - 1)).toBe(true)
    expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
      ['error', '⨯ The requested resource isn’t a valid image for …'],
      ['info', '✓ Running next.config.mjs took 306ms'],
      ['warn', 'this is slow'],
    ])
  })

  it('holds no address and nobody’s name', () => {
    const { raw } = heard((target) =>
      target.error(
        new Error(
          'GET https://cpof.example/adhesion/signature/SECRET failed for jeanne@organisme.example at /adhesion/suivi/AUSSI',
        ),
      ),
    )
    expect(raw.join('')).not.toMatch(/SECRET|AUSSI|jeanne/)
  })

  it('tells who has gone from what has failed', () => {
    const { lines } = heard((target) => {
      target.error(Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' }))
      target.error('Failed', new TypeError('x is not a function'))
    })
    expect(lines).toMatchObject([
      { level: 'debug', msg: 'Premature close' },
      {
        level: 'error',
        error: 'TypeError',
        msg: 'Failed x is not a function',
        stack: expect.stringContaining(' at ') as string,
      },
    ])
  })
})
