import { afterAll, describe, expect, it, vi } from 'vitest'
import { isDomainError } from '../lib/errors.ts'
import { inWorker } from './pool.ts'

const ended = vi.fn(async () => {})
const payload = { destroy: ended, logger: { warn: () => {} } as never }

afterAll(() => payload.destroy())

/** A table of a length that no reader gets through in time. */
const ENDLESS = `# T\n\n|a|b|\n|-|-|\n${'|a|b|\n'.repeat(2_000_000)}`

const outcome = (source: string) =>
  inWorker(payload, 'preview', { source, as: 'page' }).then(
    ({ kind }) => kind,
    (error: unknown) => (isDomainError(error) ? `${error.status} ${error.code}` : String(error)),
  )

describe('the thread that reads texts', () => {
  it('gives up what takes too long, and reads the next one', async () => {
    expect(await Promise.all([outcome(ENDLESS), outcome('Une page\n\nSon texte.')])).toEqual([
      '422 takes-too-long',
      'preview',
    ])
  }, 60_000)

  it('looks passwords up between them', async () => {
    const guesses = (password: string) => inWorker(payload, 'guesses', { password, words: ['Nogaret'] })
    const [known, strong] = await Promise.all([guesses('motdepasse123'), guesses('vélo bleu sous la pluie')])
    expect(strong / known).toBeGreaterThan(1e6)
  }, 60_000)

  it('sends away who would wait behind too many', async () => {
    const told = await Promise.all(Array.from({ length: 12 }, () => outcome('Une page')))
    expect([
      told.filter((each) => each === 'preview').length,
      told.filter((each) => each === '503 busy').length,
    ]).toEqual([8, 4])
  }, 60_000)

  it('ends with the instance that it belongs to', async () => {
    const waits = outcome(ENDLESS)
    await payload.destroy()
    expect(ended).toHaveBeenCalledOnce()
    expect(await waits).not.toBe('preview')
    payload.destroy = ended
  })
})
