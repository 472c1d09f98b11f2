import { existsSync, readFileSync } from 'node:fs'

/** How many checks or tests passed, failed and were skipped. */
export type Tally = { passed: number; failed: number; skipped: number }

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

/** A check without parts, such as the types, counts as one. */
export function tallyOfCheck(ok: boolean): Tally {
  return { ...nothing, passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
}

/**
 * The tally of a suite from its runner's JSON report. The report is not trusted to be green: a runner that failed
 * without naming a test, wrote no report, or ran no test at all counts as one failure.
 */
export function tallyOfSuite(ok: boolean, reportPath: string, read: (report: unknown) => Tally): Tally {
  const tally = existsSync(reportPath) ? read(JSON.parse(readFileSync(reportPath, 'utf8'))) : nothing
  const ran = tally.passed + tally.failed
  return tally.failed === 0 && (!ok || ran === 0) ? { ...tally, failed: 1 } : tally
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}

/** Reads Vitest's JSON report; a file that could not be loaded holds no tests and counts as one failure. */
export function readVitest(report: unknown): Tally {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report as VitestReport
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length)
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  }
}

type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** Reads Playwright's JSON report; a test that passed only when tried again has failed. */
export function readPlaywright(report: unknown): Tally {
  const { expected, unexpected, flaky, skipped } = (report as PlaywrightReport).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

export function sum(tallies: Iterable<Tally>): Tally {
  const total = { ...nothing }
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}

/** `12 passed, 0 failed`, and `, 3 skipped` when some were. */
export function lineOf({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}
