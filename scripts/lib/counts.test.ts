import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { add, none, readReport, sentence } from './counts.mjs'

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

  it('counts an error outside every test as a failure', () => {
    expect(readReport(report({ numPassedTests: 3 }), 1).failed).toBe(1)
  })

  it('counts a run that left no report as a failure', () => {
    expect(readReport(path.join(folder, 'none.json'), 0).failed).toBe(1)
  })
})
