import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { toSeatInput } from '@/lib/clock'
import { closeDatabase } from '@/lib/db/client'
import { type ScratchDatabase, startScratchDatabase } from '@/lib/db/embedded/scratch'
import { provideEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { getSilence } from '@/lib/silence/queries'
import { freePort } from '@/scripts/bench/servers'
import { formAt, pageAt } from '@/tests/support/acting-by-form'
import { dataFolder, type Start, startServer } from '@/tests/support/machine'
import { openMailbox } from '@/tests/support/mailbox'
import { ages, type Silent, silent } from '@/tests/support/silent'

// Played in the nightly run. Two real servers on one database: the result follows from the facts whichever process is killed,
// each letter is sent once, and no server log holds a word of a text under silence.

const AUTH_SECRET = 'a secret of the tests, long enough to pass'
const SITE = 'http://localhost:3999'
const HOUR = 3_600_000
const ROUNDS = 4
const ON_ROLL = 4
/** `npm run nightly` sets how often things are killed; `npm test` does not play this file. */
const nightly = test.runIf(process.env.STOCKTAKE_CRASHES)

let database: ScratchDatabase | undefined
beforeAll(async () => {
  if (process.env.STOCKTAKE_CRASHES) database = await startScratchDatabase()
})
afterAll(() => database?.stop())
afterEach(closeDatabase)

type World = {
  cast: Silent
  mailbox: Awaited<ReturnType<typeof openMailbox>>
  /** The output of all servers. */
  logs: () => string[]
  /** The port of each server. */
  ports: number[]
  start: () => Promise<void>
  kill: () => Promise<void>
  page: (server: number, procedure: number) => string
}

async function startWorld(): Promise<World> {
  const mailbox = await openMailbox()
  const DATABASE_URL = database!.url()
  const ports = [await freePort(), await freePort()]
  const folders = [dataFolder(), dataFolder()]
  const all: Start[] = []
  let servers: Start[] = []
  const start = async () => {
    const begun = ports.map((port, at) =>
      startServer({
        DATABASE_URL,
        AUTH_SECRET,
        APP_URL: SITE,
        HOST: '127.0.0.1',
        DATA_DIR: folders[at]!,
        PORT: String(port),
        SMTP_URL: mailbox.url,
      }),
    )
    await Promise.all(begun.map((instance) => instance.ready()))
    servers = begun
    all.push(...begun)
  }
  await start()
  provideEnv({ DATABASE_URL, APP_URL: SITE, AUTH_SECRET })
  const cast = await silent()
  return {
    cast,
    mailbox,
    ports,
    start,
    logs: () => all.map((instance) => instance.said()),
    kill: async () => {
      await Promise.all(servers.map((instance) => instance.stop('SIGKILL')))
    },
    page: (server, procedure) =>
      `http://127.0.0.1:${ports[server]}${paths.silence(cast.session.slug, procedure)}`,
  }
}

/** The recipients of letters, by the subject. */
const receivedOf = ({ mailbox }: World, words: string): string[] =>
  mailbox.received
    .filter(({ subject }) => subject.includes(words))
    .map(({ recipient }) => recipient)

/** Waits until all letters with these subjects have left, and long enough for one that leaves twice. */
async function expectOnce(world: World, subjects: readonly string[]): Promise<void> {
  const until = Date.now() + 30_000
  const isMissing = (words: string) => receivedOf(world, words).length < ON_ROLL
  while (subjects.some(isMissing) && Date.now() < until) await pause(50)
  await pause(2_500)
  for (const words of subjects) {
    const received = receivedOf(world, words)
    expect(received, words).toHaveLength(ON_ROLL)
    expect(new Set(received).size, words).toBe(ON_ROLL)
  }
}

/** Words that no server log may hold. */
const SECRETS = ['A secret wording', 'They fall on a holiday', 'Dates under dispute']
const expectSilentLogs = (logs: readonly string[]) => {
  expect(logs.join('')).toContain('Stocktake is ready')
  for (const secret of SECRETS) expect(logs.join('')).not.toContain(secret)
}

const standingOf = async ({ cast }: World, number: number) =>
  (await getSilence(cast.secretariat, cast.session, number)).standing

nightly(
  'servers that are killed across the deadline come back to the right result, and tell it once',
  async () => {
    const world = await startWorld()
    const { cast } = world
    const [kept, broken] = [
      await cast.opens(15_000, { title: 'Kept' }),
      await cast.opens(15_000, { title: 'Defeated' }),
    ]
    const words = { point: 'Dates under dispute', reason: 'They fall on a holiday.' }
    const asked = { site: SITE, field: 'point', words }
    const { personId } = cast.arvenia.head
    const inTime = await formAt(world.page(0, broken.number), { ...asked, personId })
    const tooLate = await formAt(world.page(1, kept.number), { ...asked, personId })
    expect(await inTime.send()).toContain(paths.silence(cast.session.slug, broken.number))
    // A letter that is under way when its server is killed is tried again after five minutes, which no test waits for.
    await expectOnce(world, ['silence broken: Defeated'])
    await world.kill()
    while ((await cast.now()) <= kept.deadline) await pause(50)
    await expect(tooLate.send()).rejects.toThrow()
    await world.start()
    expect(await tooLate.send()).toContain(paths.silence(cast.session.slug, kept.number))
    expect(await standingOf(world, kept.number)).toBe('waiting')
    expect(await standingOf(world, broken.number)).toBe('broken')

    await world.kill()
    for (const { id } of [kept, broken]) await ages(id, 31 * 60_000)
    await world.start()
    expect(await standingOf(world, kept.number)).toBe('approved')
    expect(await standingOf(world, broken.number)).toBe('broken')
    expect(await pageAt(world.page(1, kept.number), personId)).toContain('Approved')
    await expectOnce(world, [
      'approved by silence: Kept',
      'silence broken: Defeated',
      'not approved: Defeated',
    ])
    expect(receivedOf(world, 'silence broken: Kept')).toEqual([])
    expectSilentLogs(world.logs())
  },
  120_000,
)

nightly(
  'a break at one server and an extension at the other in one second: broken, and each is told once',
  async () => {
    const world = await startWorld()
    const { cast } = world
    const opened = []
    for (let round = 0; round < ROUNDS; round++)
      opened.push(await cast.opens(HOUR, { title: `Round ${round}` }))
    const later = new Date((await cast.now()).getTime() + 3 * HOUR)
    const raced = await Promise.all(
      opened.map(async ({ number }, round) => {
        const forms = await Promise.all([
          formAt(world.page(round % 2, number), {
            personId: cast.arvenia.head.personId,
            site: SITE,
            field: 'point',
            words: { point: 'Dates under dispute', reason: 'They fall on a holiday.' },
          }),
          formAt(world.page((round + 1) % 2, number), {
            personId: cast.chair.personId,
            site: SITE,
            field: 'openUntil',
            words: { openUntil: toSeatInput(later), reason: 'On request.' },
          }),
        ])
        return { number, forms }
      }),
    )
    for (const { number, forms } of raced) {
      await Promise.all(forms.map((form) => form.send()))
      const view = await getSilence(cast.chair, cast.session, number)
      expect(view.standing).toBe('broken')
      expect(toSeatInput(view.deadline!)).toBe(toSeatInput(later))
      expect(view.breaks).toHaveLength(1)
    }
    const rounds = opened.map((_, round) => round)
    await expectOnce(
      world,
      rounds.flatMap((round) => [`silence broken: Round ${round}`, `more time: Round ${round}`]),
    )
    expectSilentLogs(world.logs())
  },
  120_000,
)
