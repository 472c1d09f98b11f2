import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lineOf, readPlaywright, readVitest, sum, tallyOfCheck, tallyOfSuite } from './tally.ts'

const vitest = (part: object) => ({
  ...{ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] },
  ...part,
})

function reportFile(report: object): string {
  const path = join(mkdtempSync(join(tmpdir(), 'tally-')), 'report.json')
  writeFileSync(path, JSON.stringify(report))
  return path
}

describe('the tally', () => {
  test('counts a test file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ]
    expect(readVitest(vitest({ testResults }))).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  test('counts the failed tests of a file once, not the file as well', () => {
    const testResults = [{ status: 'failed', assertionResults: [{}, {}] }]
    expect(readVitest(vitest({ numFailedTests: 2, testResults }))).toEqual({ passed: 3, failed: 2, skipped: 0 })
  })

  test('counts a browser test that passed only when tried again as a failure', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } }
    expect(readPlaywright(report)).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  test('does not believe a green report of a runner that failed', () => {
    expect(tallyOfSuite(false, reportFile(vitest({})), readVitest)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  test('fails a suite in which no test ran', () => {
    const empty = reportFile(vitest({ numPassedTests: 0, numPendingTests: 4 }))
    expect(tallyOfSuite(true, empty, readVitest)).toEqual({ passed: 0, failed: 1, skipped: 4 })
  })

  test('fails a suite that left no report', () => {
    expect(tallyOfSuite(true, '/nowhere/report.json', readVitest).failed).toBe(1)
  })

  test('is told in one line, with the skipped only when there are some', () => {
    const total = sum([tallyOfCheck(true), tallyOfCheck(false), { passed: 10, failed: 0, skipped: 0 }])
    expect(lineOf(total)).toBe('11 passed, 1 failed')
    expect(lineOf({ ...total, skipped: 2 })).toBe('11 passed, 1 failed, 2 skipped')
  })
})
