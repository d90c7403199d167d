import { describe, expect, it } from 'vitest'
import { run } from './processes.mjs'

/** A program of Node's that ends by the given signal. */
const endingBy = (signal: string) =>
  run(process.execPath, ['-e', `process.kill(process.pid, '${signal}'); setInterval(() => {}, 1000)`], { quiet: true })

describe('a program that a command runs', () => {
  it('says that it was killed, why that usually is, and what helps', async () => {
    const { status, output } = await endingBy('SIGKILL')
    expect(status).not.toBe(0)
    expect(output).toMatch(/too little memory/)
    expect(output).toMatch(/2 GB/)
    expect(output).toMatch(/--archive/)
  })

  it('says which other signal ended it', async () => {
    expect((await endingBy('SIGABRT')).output).toMatch(/SIGABRT/)
  })

  it('keeps its own status and words', async () => {
    expect(await run(process.execPath, ['-e', 'console.log("seen"); process.exit(7)'], { quiet: true })).toEqual({
      status: 7,
      output: 'seen\n',
    })
  })
})
