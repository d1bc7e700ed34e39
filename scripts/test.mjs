// All checks before a change is accepted, the fastest to fail first. Each check that is not a test counts as one; the
// last line counts all of it.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, generateClient, isBuilt } from './build.mjs'
import { installChromium } from './chromium.mjs'
import { installPackages } from './install.mjs'
import { findRunning } from './running.mjs'
import { giveUp, run, step } from './steps.mjs'
import { playwrightCounts, vitestCounts } from './test-counts.mjs'

const BUILD = '.next'
const reports = mkdtempSync(path.join(tmpdir(), 'stocktake-test-'))
/** @type {{ passed: number, failed: string[], skipped: string[], flaky: string[] }} */
const total = { passed: 0, failed: [], skipped: [], flaky: [] }

process.env.NODE_ENV = 'test'
process.env.NEXT_TELEMETRY_DISABLED = '1'
// A person's configuration of the server must not reach the tests.
for (const name of ['DATABASE_URL', 'DATA_DIR', 'BUILD_DIR', 'PORT', 'HOST', 'APP_URL', 'SMTP_URL'])
  delete process.env[name]

try {
  const running = await findRunning('.data')
  if (running?.production && !isBuilt(BUILD))
    giveUp(
      `A Stocktake runs from this folder at ${running.url} (process ${running.pid}) and the tests must build anew: stop it first.`,
    )
  await installPackages()
  await installChromium()
  await generateClient()
} catch (error) {
  giveUp(error)
}

await check('Format', 'node_modules/@biomejs/biome/bin/biome', ['format', '.'])
await check('Lint', 'node_modules/oxlint/bin/oxlint', ['--type-aware'])
await check('Types', 'node_modules/typescript/bin/tsc', ['--noEmit'])
await vitest('Rules and commands', ['domain', 'database'])
const built = await counted('Build', () => build(BUILD))
if (built) {
  await vitest('Start and stop', ['machine', 'stopping'])
  await playwright()
}
finish()

/** One check that is not a test: it passes if its program succeeds. */
async function check(title, program, args) {
  return counted(title, () => step(title, () => run('node', [program, ...args])))
}

async function counted(title, work) {
  try {
    await work()
    total.passed++
    return true
  } catch (error) {
    console.log(`\n${(error.said ?? '').trim()}\n  ✗ ${title}: ${error.message}\n`)
    total.failed.push(title)
    return false
  }
}

async function vitest(title, projects) {
  const report = path.join(reports, `${projects[0]}.json`)
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  await runner(title, report, vitestCounts, 'node_modules/vitest/vitest.mjs', [
    ...args,
    ...projects.flatMap((project) => ['--project', project]),
  ])
}

async function playwright() {
  const report = path.join(reports, 'browser.json')
  await runner(
    'Journeys in a browser',
    report,
    playwrightCounts,
    'node_modules/@playwright/test/cli.js',
    ['test', '--reporter=list,json'],
    {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PORT: await freePort(),
      // `import 'server-only'` is allowed under this condition alone.
      NODE_OPTIONS: '--conditions=react-server',
    },
  )
}

async function freePort() {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return String(port)
}

/** Runs a test runner in full view and adds its report to the total; one that ends badly without a failed test counts as one. */
async function runner(title, report, countsOf, program, args, env = {}) {
  console.log(`\n${title}`)
  const ended = await run('node', [program, ...args], { env, show: true }).then(
    () => true,
    () => false,
  )
  const { passed, failed, skipped, flaky } = countsOf(report)
  total.passed += passed
  total.failed.push(
    ...(ended || failed.length ? failed : [`${title}: ended without a failed test`]),
  )
  total.skipped.push(...skipped)
  total.flaky.push(...flaky)
}

function finish() {
  rmSync(reports, { recursive: true, force: true })
  for (const name of total.skipped) console.log(`  skipped: ${name}`)
  for (const name of total.flaky) console.log(`  flaky, held when played again: ${name}`)
  for (const name of total.failed) console.log(`  failed: ${name}`)
  console.log(`\n${total.passed} passed, ${total.failed.length} failed`)
  process.exit(total.failed.length || !total.passed ? 1 : 0)
}
