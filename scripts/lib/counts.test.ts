import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { add, failuresIn, none, readReport, sentence } from './counts.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'cpof-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (numbers: Record<string, number>, testResults: unknown[] = []) => {
  const file = path.join(folder, 'report.json')
  const all = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, ...numbers }
  writeFileSync(file, JSON.stringify({ ...all, testResults }))
  return file
}

describe('the count of a test run', () => {
  it('is said in one line', () => {
    const total = add({ ...none, passed: 2 }, { passed: 3, failed: 1, skipped: 4 })
    expect(sentence(total)).toBe('5 passed, 1 failed, 4 skipped')
  })

  it('takes unfinished tests for skipped ones', () => {
    const file = report({ numPassedTests: 3, numPendingTests: 1, numTodoTests: 2 })
    expect(readReport(file, 0)).toEqual({ passed: 3, failed: 0, skipped: 3 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const file = report({ numPassedTests: 3 }, [{ status: 'failed', assertionResults: [] }])
    expect(readReport(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('counts a file whose tests were skipped since what comes before them failed', () => {
    const skipped = { status: 'skipped', ancestorTitles: [], title: 'waits', failureMessages: [] }
    const file = report({ numPassedTests: 3, numPendingTests: 1 }, [
      { name: path.resolve('tests/a.test.ts'), status: 'failed', message: 'no server', assertionResults: [skipped] },
    ])
    expect(readReport(file, 1)).toEqual({ passed: 3, failed: 1, skipped: 1 })
    expect(failuresIn(file)).toEqual(['tests/a.test.ts\n    no server'])
  })

  it('counts an error outside every test as a failure', () => {
    expect(readReport(report({ numPassedTests: 3 }), 1).failed).toBe(1)
  })

  it('counts a run that left no report as a failure', () => {
    expect(readReport(path.join(folder, 'none.json'), 0).failed).toBe(1)
  })

  it('names what failed, with the beginning of what it said', () => {
    const test = (status: string, title: string, said: string[] = []) => ({
      status,
      title,
      ancestorTitles: ['a group'],
      failureMessages: said,
    })
    const file = report({ numFailedTests: 1 }, [
      {
        name: path.resolve('tests/a.test.ts'),
        status: 'failed',
        assertionResults: [test('passed', 'holds'), test('failed', 'breaks', ['1 is not 2\nat a line'])],
      },
      {
        name: path.resolve('tests/b.test.ts'),
        status: 'failed',
        message: 'cannot be loaded',
        assertionResults: [],
      },
    ])
    expect(failuresIn(file)).toEqual([
      'tests/a.test.ts › a group › breaks\n    1 is not 2\n    at a line',
      'tests/b.test.ts\n    cannot be loaded',
    ])
    expect(failuresIn(path.join(folder, 'none.json'))).toEqual([])
  })
})
