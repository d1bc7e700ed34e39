import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { DatabaseClock } from '@/lib/db/database-clock'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { provideEnv } from '@/lib/env'
import { type Outcome, prepareSubmissions, sendAtDeadline } from '@/tests/support/deadline'
import { dataFolder, filledFolder, postgresOf, startServer } from '@/tests/support/machine'

const AUTH_SECRET = 'a secret of the tests, long enough to pass'
const SITE = 'http://localhost:3999'
/** Submissions at one deadline: a few in every test run, 300 in the nightly one. */
const COUNT = Number(process.env.STOCKTAKE_AT_DEADLINE ?? 40)
const MINUTES = 60_000

afterEach(closeDatabase)

/** Sends that many submissions to instances whose clocks are wrong by so many milliseconds. */
async function atDeadline(wrongBy: number[], env: Record<string, string> = {}): Promise<Outcome> {
  const NODE_OPTIONS = `--require ${path.resolve('tests/support/wrong-clock.cjs')}`
  const common = { AUTH_SECRET, APP_URL: SITE, HOST: '127.0.0.1', NODE_OPTIONS, ...env }
  const instances: string[] = []
  let DATABASE_URL: string | undefined
  for (const milliseconds of wrongBy) {
    const DATA_DIR = DATABASE_URL ? dataFolder() : filledFolder()
    const WRONG_BY = String(milliseconds)
    await startServer({
      ...common,
      DATA_DIR,
      WRONG_BY,
      ...(DATABASE_URL && { DATABASE_URL }),
    }).ready()
    DATABASE_URL ??= socketUrl(postgresOf(DATA_DIR)!.socket, 'stocktake')
    instances.push(ownAddress(DATA_DIR))
  }
  provideEnv({ DATABASE_URL: DATABASE_URL!, APP_URL: SITE, AUTH_SECRET })
  const clock = new DatabaseClock(DATABASE_URL!)
  await clock.start()
  try {
    const outcome = await sendAtDeadline(await prepareSubmissions(COUNT, SITE, instances), clock)
    console.log(summary(outcome))
    return outcome
  } finally {
    await clock.stop()
  }
}

const summary = ({ sent, refusedInTime, acceptedLate, p95 }: Outcome): string =>
  `${sent.length} at the deadline: ${sent.filter(({ accepted }) => accepted).length} accepted, ` +
  `${refusedInTime.length} refused that were in time, ${acceptedLate.length} accepted that were not; p95 ${p95.toFixed(1)} s`

/** The own address of an instance, which it stores beside its data. */
function ownAddress(dataDir: string): string {
  const note = readFileSync(path.join(dataDir, 'server.json'), 'utf8')
  return new URL((JSON.parse(note) as { health: string }).health).origin
}

test('what arrived before the deadline is accepted, what did not is refused, whatever the clocks of the servers say', async () => {
  const { sent, ...rest } = await atDeadline([5 * MINUTES, -5 * MINUTES])
  expect(sent).toHaveLength(COUNT)
  expect(rest).toMatchObject({ refusedInTime: [], acceptedLate: [], unanswered: [] })
}, 300_000)

test.runIf(COUNT >= 300)(
  'the control: decided when the database comes to it, submissions that were in time are refused',
  async () => {
    const { refusedInTime } = await atDeadline([0, 0], { WITHOUT_DATABASE_CLOCK: '1' })
    expect(refusedInTime.length).toBeGreaterThan(0)
  },
  300_000,
)
