// npm run nightly: the laws of the texts, and of their products, each over ten thousand random texts
// (npm test: five hundred), and those of the ledger over a thousand interleavings of two actors (100 or more), with 300
// releases at one instant (60). Another number is given as STOCKTAKE_RUNS.
// Then 60 races of each pair of acts between two processes (npm test: 4), with a control that takes no lock.
// Then the faults of the machine, long (npm test plays each once or a few times): a start that is killed while it
// migrates, and acknowledged submissions under killed servers and databases, each with its control;
// and silence procedures on two servers that are killed across the deadline.
// Then 300 submissions at one deadline (npm test: 40), with the control that decides by the old rule.
// Then what `npm test` leaves out: each odd value at each address, forms without script, the restoring of a backup, and more.
// Then all journeys (npm test: about half of them), in which axe reads each page as often as it is asked to; a browser walks every
// link as each kind of person, and axe reads each kind of page in both colour schemes.
// At the end it prints the coverage of the rule and command tests by folder.
import { spawnSync } from 'node:child_process'
import { BY_NIGHT } from './by-night.mjs'
import { build, generateClient } from './build.mjs'
import { installChromium } from './chromium.mjs'
import { printCoverage } from './coverage.mjs'
import { installPackages } from './install.mjs'
import { giveUp } from './steps.mjs'

process.env.STOCKTAKE_RUNS ??= '10000'
process.env.STOCKTAKE_AT_DEADLINE ??= '300'
process.env.STOCKTAKE_RACES ??= '60'
process.env.STOCKTAKE_KILLS ??= '100'
process.env.STOCKTAKE_CRASHES ??= '15'
process.env.STOCKTAKE_NIGHTLY = '1'
process.env.NODE_ENV = 'test'
try {
  await installPackages()
  await installChromium()
  await generateClient()
} catch (error) {
  giveUp(error)
}
const began = Date.now()
const parts = [
  [
    'tests/domain',
    'tests/database/amendments/amendments.test.ts',
    'tests/database/consolidation/ledger-laws.test.ts',
    'tests/database/storage/races',
    'tests/database/storage/killed-migrations.test.ts',
    '--testTimeout=3600000',
  ],
  [
    'tests/machine/crashes.test.ts',
    'tests/machine/database-faults.test.ts',
    'tests/machine/silence.test.ts',
  ],
  ['tests/machine/deadline.test.ts'],
]
// What a day leaves out and no part above names.
parts.push(BY_NIGHT.filter((file) => !parts.flat().includes(file)))
const failed = parts.filter((part) => {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...part],
    { stdio: 'inherit' },
  )
  return status !== 0
})
await build('.next')
const journeys = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    NODE_OPTIONS: '--conditions=react-server',
  },
})
if (journeys.status !== 0) failed.push('journeys')
if (!printCoverage()) failed.push('coverage')
const minutes = ((Date.now() - began) / 60_000).toFixed(1)
console.log(`${process.env.STOCKTAKE_RUNS} runs of each law in ${minutes} minutes.`)
process.exit(failed.length > 0 ? 1 : 0)
