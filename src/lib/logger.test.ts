import { describe, expect, it } from 'vitest'
import { createLogger, withoutPersonalData } from './logger.ts'

const logged = (level: string, act: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  act(createLogger(level, { write: (line) => lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('is one JSON object a line, with the level in words', () => {
    expect(logged('info', (log) => log.info({ status: 200 }, 'request'))).toMatchObject([
      { level: 'info', status: 200, msg: 'request' },
    ])
  })

  it('keeps what an error is, and not whom it speaks of', () => {
    const error = Object.assign(new Error('E11000 dup key: { email: "marie@exemple.fr" }'), {
      code: 11000,
      keyValue: { email: 'marie@exemple.fr' },
    })
    const [line] = logged('info', (log) => log.error({ err: error }))
    expect(line).toMatchObject({ level: 'error', err: { type: 'Error', code: '11000' } })
    expect(JSON.stringify(line)).not.toContain('marie')
  })

  it('keeps an error logged by itself as clean', () => {
    const [line] = logged('info', (log) =>
      log.error(new Error('Failed query: insert into "people" values (?)\nparams: Marie,Durand')),
    )
    expect(JSON.stringify(line)).not.toContain('Durand')
    expect(JSON.stringify(line)).toContain('Failed query')
  })

  it('tells what happened first, behind whatever it was wrapped in', () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    const query = new Error('Failed query: insert into "people" values (?)\nparams: Marie,Durand', {
      cause: new Error('wrapped', { cause: full }),
    })
    const [line] = logged('info', (log) => log.error(query))
    expect(line?.['msg']).toContain('database or disk is full')
    expect(line?.['err']).toMatchObject({
      causes: [{ message: 'wrapped' }, { code: 'SQLITE_FULL', message: 'database or disk is full' }],
    })
    expect(JSON.stringify(line)).not.toContain('Durand')
  })

  it('ends a chain of causes that leads back to itself', () => {
    const error = new Error('one')
    error.cause = new Error('two', { cause: error })
    expect(logged('info', (log) => log.error({ err: error }))).toHaveLength(1)
  })

  it('leaves write conflicts to debugging, since who lost begins again', () => {
    const conflict = Object.assign(
      new Error('Plan executor error during findAndModify :: caused by :: WriteConflict'),
      { code: 112 },
    )
    for (const error of [conflict, new Error('The adhesion could not be saved', { cause: conflict })]) {
      expect(logged('info', (log) => log.error({ err: error, msg: 'A write failed' }))).toEqual([])
    }
    expect(logged('debug', (log) => log.error(conflict))).toMatchObject([{ level: 'debug' }])
  })

  it('leaves refusals to debugging', () => {
    const refused = Object.assign(new Error('No'), { status: 403 })
    expect(logged('info', (log) => log.error({ err: refused }))).toEqual([])
    expect(logged('debug', (log) => log.error(refused))).toMatchObject([{ level: 'debug', err: { status: 403 } }])
  })

  it('hides addresses wherever they stand', () => {
    expect(withoutPersonalData('to <marie.durand@exemple.fr> failed')).toBe('to <…@…> failed')
    expect(withoutPersonalData('params: a,b\n    at file.ts:1')).toBe('params: …\n    at file.ts:1')
  })
})
