import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const NOTHING = { passed: 0, failed: [], skipped: [], flaky: [] }

/** Results of Vitest's JSON report: a count of what passed, names of the rest; a file that could not be loaded counts as one failure. */
export function vitestCounts(file) {
  const counts = structuredClone(NOTHING)
  for (const { name, status, assertionResults } of read(file)?.testResults ?? []) {
    for (const test of assertionResults) add(counts, test.status, test.fullName)
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      counts.failed.push(path.relative('.', name))
  }
  return counts
}

/** Results of Playwright's JSON report: one per test and project; a test that passed at its retry is passed and flaky. */
export function playwrightCounts(file) {
  const counts = structuredClone(NOTHING)
  const visit = (suite, names) => {
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests)
        add(counts, PLAYWRIGHT_WORDS[test.status], [...names, spec.title].join(' › '))
    for (const inner of suite.suites ?? []) visit(inner, [...names, inner.title])
  }
  const report = read(file)
  for (const suite of report?.suites ?? []) visit(suite, [suite.title])
  if (report?.errors?.length && !counts.failed.length) counts.failed.push(report.errors[0].message)
  return counts
}

const PLAYWRIGHT_WORDS = {
  expected: 'passed',
  flaky: 'flaky',
  unexpected: 'failed',
  skipped: 'skipped',
}

function add(counts, status, name) {
  if (status === 'passed') counts.passed++
  else if (status === 'failed') counts.failed.push(name)
  else if (status === 'flaky') {
    counts.passed++
    counts.flaky.push(name)
  } else counts.skipped.push(name)
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)
