// Prints the share of statements that the rule and command tests run, folder by folder. A report, not a gate.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--project=domain', '--project=database']

/** Runs the tests with V8's coverage and returns whether they passed; the table goes to standard output. */
export function printCoverage() {
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-coverage-'))
  try {
    const { status } = spawnSync(
      process.execPath,
      [
        ...VITEST,
        '--reporter=dot',
        '--coverage.enabled',
        '--coverage.include=lib/**/*.{ts,tsx}',
        '--coverage.exclude=lib/db/generated/**',
        '--coverage.reporter=json-summary',
        '--coverage.reportOnFailure',
        `--coverage.reportsDirectory=${folder}`,
        '--testTimeout=600000',
      ],
      { stdio: 'inherit', env: { ...process.env, STOCKTAKE_RUNS: '50' } },
    )
    print(JSON.parse(readFileSync(path.join(folder, 'coverage-summary.json'), 'utf8')))
    return status === 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(summary) {
  const folders = new Map()
  for (const [file, { statements }] of Object.entries(summary)) {
    if (file === 'total') continue
    const folder = path.relative('.', path.dirname(file))
    const sum = folders.get(folder) ?? { total: 0, covered: 0 }
    folders.set(folder, {
      total: sum.total + statements.total,
      covered: sum.covered + statements.covered,
    })
  }
  console.log('\nStatements that the rule and command tests run, by folder:')
  for (const [folder, { total, covered }] of [...folders].toSorted(([a], [b]) =>
    a.localeCompare(b),
  ))
    if (total > 0)
      console.log(`  ${String(Math.round((100 * covered) / total)).padStart(3)} %  ${folder}`)
}
