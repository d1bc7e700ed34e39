// npm run nightly: the laws of the texts, and of what is made of them, each over ten thousand random texts
// (npm test: five hundred), and those of the ledger over a thousand interleavings of two actors (250). Another number is given as STOCKTAKE_RUNS.
import { spawnSync } from 'node:child_process'

process.env.STOCKTAKE_RUNS ??= '10000'
const began = Date.now()
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    'tests/domain',
    'tests/database/ledger-laws.test.ts',
    '--testTimeout=3600000',
  ],
  { stdio: 'inherit' },
)
const minutes = ((Date.now() - began) / 60_000).toFixed(1)
console.log(`${process.env.STOCKTAKE_RUNS} runs of each law in ${minutes} minutes.`)
process.exit(status ?? 1)
