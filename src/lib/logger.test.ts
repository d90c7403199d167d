import { describe, expect, it } from 'vitest'
import { createLogger, withoutPersonalData } from './logger.ts'

const logged = (level: string, act: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] => {
  const lines: string[] = []
  act(createLogger(level, { write: (line) => lines.push(line) }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('is one JSON object a line, with the level in words', () => {
    expect(logged('info', (log) => log.info({ status: 200 }, 'request'))).toMatchObject([{ level: 'info', status: 200, msg: 'request' }])
  })

  it('keeps what an error is, and not whom it speaks of', () => {
    const error = Object.assign(new Error('E11000 dup key: { email: "marie@exemple.fr" }'), { code: 11000, keyValue: { email: 'marie@exemple.fr' } })
    const [line] = logged('info', (log) => log.error({ err: error }))
    expect(line).toMatchObject({ level: 'error', err: { type: 'Error', code: '11000' } })
    expect(JSON.stringify(line)).not.toContain('marie')
  })

  it('keeps an error logged by itself as clean', () => {
    const [line] = logged('info', (log) => log.error(new Error('Failed query: insert into "people" values (?)\nparams: Marie,Durand')))
    expect(JSON.stringify(line)).not.toContain('Durand')
    expect(JSON.stringify(line)).toContain('Failed query')
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
