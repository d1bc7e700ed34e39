import { tmpdir } from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { systemChromium } from './scripts/chromium.mjs'

// Playwright reads this file again in each worker, which inherits what the first reading has set:
// the tests reach the server's data folder and address by these.
process.env.PORT ??= '3199'
process.env.DATA_DIR ??= path.join(tmpdir(), `stocktake-e2e-${process.pid}`)
const address = `http://localhost:${process.env.PORT}`

// Journeys that take longest are begun first: one that began last would leave the other workers without work.
const LONG = /(stock-taking|amending|acting|drafting|commenting)\.spec\.ts$/

// Stories that others begin, what plays one thing in many ways, and walks through all pages: `npm run nightly` plays all
// journeys, those with the tag @night too.
const NIGHTLY =
  /(accessible|accounts|acting|answering|asleep|attending|carrying|compiling|deciding|drafting|joining|joint-voices|keeping|leaving-out|narrow|on-behalf|reachable|reviewing|ruling|session-file|shell|sitting|stock-taking|taking-part-without-script|whole-session)\.spec\.ts$/
const isNightly = process.env.STOCKTAKE_NIGHTLY === '1'

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } }

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  ...(!isNightly && { grepInvert: /@night/ }),
  fullyParallel: false,
  // With more workers than cores, journeys that carry things by pointer or key fail now and then.
  workers: 2,
  // One slow moment of a shared machine must not refuse a change: `npm test` plays a journey that failed once more
  // and names it as flaky. At night a journey has one chance.
  retries: isNightly ? 0 : 1,
  forbidOnly: Boolean(process.env.CI),
  // These limits stop what hangs. A slow machine may take its time: every step waits for what it did.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    baseURL: address,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    launchOptions: {
      executablePath: systemChromium() ?? undefined,
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'long', testMatch: LONG, testIgnore: isNightly ? [] : NIGHTLY, use: desktop },
    { name: 'desktop', testIgnore: isNightly ? LONG : [LONG, NIGHTLY], use: desktop },
  ],
  webServer: {
    command: 'exec node scripts/e2e-server.mjs',
    // The tests import modules of the server, which the option allows; the server itself must not have it.
    env: { NODE_OPTIONS: '' },
    url: `${address}/healthz`,
    // While writing a journey: PORT=3000 DATA_DIR=.data E2E_SERVER=running visits a server that runs already.
    reuseExistingServer: process.env.E2E_SERVER === 'running',
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'ignore',
  },
})
