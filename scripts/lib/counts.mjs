// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @typedef {{ status: string, ancestorTitles: string[], title: string, failureMessages: string[] }} Test */
/** @typedef {{ name: string, status: string, message: string, assertionResults: Test[] }} File */

/** Whether a file failed beside its tests. @param {File} file */
const failedItself = ({ status, assertionResults }) =>
  status === 'failed' && assertionResults.every((test) => test.status !== 'failed')

/** @type {Readonly<Counts>} */
export const none = { passed: 0, failed: 0, skipped: 0 }

/** @param {Counts} a @param {Counts} b @returns {Counts} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
})

/** The last line of `npm test`. @param {Counts} counts */
export const sentence = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * Reads Vitest's JSON report. A file that failed without a failed test (it could not be loaded, or its tests were skipped
 * since what comes before them failed) would go unnoticed: it counts as a failed one. So does a run that failed without
 * any (an error outside every test, a report never written).
 *
 * @param {string} file
 * @param {number} status of the Vitest process
 * @returns {Counts}
 */
export const readReport = (file, status) => {
  if (!existsSync(file)) return { ...none, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  /** @type {File[]} */
  const files = report.testResults
  const failed = report.numFailedTests + files.filter(failedItself).length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/**
 * What failed in a run, from the same report: one entry for a test (`file › group › test`, then the first lines of what
 * it said) or for a file that failed without a failed test, so that the end of a long output says what its middle did.
 *
 * @param {string} file
 * @returns {string[]} empty where there is no report
 */
export const failuresIn = (file) => {
  if (!existsSync(file)) return []
  /** @type {File[]} */
  const files = JSON.parse(readFileSync(file, 'utf8')).testResults
  const entry = (/** @type {string[]} */ names, /** @type {string} */ said) =>
    [names.join(' › '), ...said.split('\n').slice(0, 12)].join('\n    ')
  return files.flatMap((result) => {
    const { name, message, assertionResults } = result
    const place = path.relative(process.cwd(), name)
    if (failedItself(result)) return [entry([place], message)]
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => entry([place, ...test.ancestorTitles, test.title], test.failureMessages.join('\n')))
  })
}
