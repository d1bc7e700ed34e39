import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { cookieName, seal } from '@/lib/auth/cookie'
import { putOnScreen } from '@/lib/plenary/commands'
import { db } from '@/lib/db/client'
import { provideEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { type StockTaking, stockTaking } from '@/tests/support/stock-taking'
import { pressNext, typeOnScreen } from './console'
import { cpuOf } from './cpu'
import { median, p95 } from './load'
import { type BenchRow, figures, type Section } from './report'
import { Room } from './room'
import { startRoundRobin } from './round-robin'
import { type Program, startStocktake } from './servers'
import { generated } from './texts'
import { startWorld, type World } from './world'

const VIEWERS = 300
const ITEMS = 20
/** Somebody speaks and somebody types: a change every half second. */
const APART = 500

/**
 * Measures the delay until the room sees an act of the console: 300 delegates with the screen open at two instances of
 * the production build on one database, behind one address.
 */
export async function run(options: { rounds: number; asBuilt: boolean }): Promise<Section> {
  const world = await startWorld()
  const address = await startRoundRobin()
  const programs: Program[] = []
  try {
    for (const asBuilt of [options.asBuilt, true])
      programs.push(await startStocktake(world, asBuilt, address.url))
    address.instances.push(...programs.map(({ url }) => url))
    const rows = await measure(world, programs, address.url, options.rounds * 20)
    return figures(
      'The screen of the plenary',
      `${VIEWERS} delegates, each signed in, have the screen open at two instances of the production build on one database, behind one address that hands out connections in turn. Changes come through the console, a word every half second; each figure is of every viewer and every change, from the moment at which the console sends it.`,
      rows,
    )
  } finally {
    for (const { child, stop } of programs)
      if (child.exitCode === null && !child.killed) await stop()
    await address.stop()
    await world.stop()
  }
}

async function measure(
  world: World,
  programs: readonly Program[],
  url: string,
  changes: number,
): Promise<BenchRow[]> {
  provideEnv({ APP_URL: url })
  const { plenary, items } = await fill()
  const { slug } = plenary
  const [rapporteur, chair, ...delegates] = await signIns(plenary)
  const room = new Room(`${url}${paths.screenStream(slug)}`)
  const opened = await room.open(delegates)
  const cpu = () =>
    [...programs, { pid: world.postmaster }].reduce((sum, { pid }) => sum + cpuOf(pid), 0)

  const begun = cpu()
  const typed: number[] = []
  const console = { url, slug, cookie: rapporteur! }
  let version = 0
  for (let at = 1; at <= changes; at++) {
    const text = `Item1st as it is typed, ${at}th change.`
    const seen = await room.sees(`${at}th change`, async () => {
      version = await typeOnScreen(console, { id: items[0]!, version, text })
    })
    typed.push(...seen)
    await pause(APART)
  }
  const cost = (cpu() - begun) / changes

  const next: number[] = []
  for (let at = 2; at <= ITEMS; at++) {
    const press = await pressNext({ url, slug, cookie: chair! })
    next.push(...(await room.sees(`Item${at}st`, press)))
  }
  const back = await room.recovers(() => programs[0]!.child.kill('SIGKILL'))
  room.close()
  return [
    {
      name: `A word is typed: seen by all ${VIEWERS}`,
      figure: percentiles(typed),
      target: 'p95 < 1,000 ms',
      met: p95(typed) < 1_000,
    },
    {
      name: 'The next item is put before the room',
      figure: percentiles(next),
      target: 'p95 < 1,000 ms',
      met: p95(next) < 1_000,
    },
    {
      name: `CPU of both instances and PostgreSQL for a word seen by ${VIEWERS}`,
      figure: `${cost.toFixed(0)} ms`,
      target: '–',
    },
    {
      name: `All ${VIEWERS} open the screen at one moment`,
      figure: percentiles(opened),
      target: '–',
    },
    {
      name: `One instance is killed: its ${back.length} viewers see again, at the other`,
      figure: percentiles(back),
      target: '–',
    },
  ]
}

const percentiles = (times: readonly number[]) =>
  `p50 ${ms(median(times))}, p95 ${ms(p95(times))}, slowest ${ms(Math.max(...times))} ms`
const ms = (time: number) => Math.round(time).toLocaleString('en')

/** A stock-taking with its list in the making, the first item before the room. */
async function fill(): Promise<{ plenary: StockTaking; items: string[] }> {
  const texts = Array.from({ length: ITEMS }, (_, at) => `Item${at + 1}st: ${generated(at, 60)}`)
  const plenary = await stockTaking(texts)
  const items: string[] = []
  for (const [at, source] of plenary.sources.entries())
    items.push(await plenary.makes([source], texts[at]!))
  await putOnScreen(plenary.chair, { slug: plenary.slug, id: items[0]! })
  return { plenary, items }
}

/** The cookies of the Rapporteur, the Chair, and of as many delegates as there are viewers. */
async function signIns(plenary: StockTaking): Promise<string[]> {
  const people = Array.from({ length: VIEWERS }, (_, at) => ({
    id: randomUUID(),
    email: `delegate-${at}@viewers.example`,
    name: `Delegate ${at}`,
  }))
  await db.person.createMany({ data: people })
  const delegations = [plenary.arvenia, plenary.belmara, plenary.corvina, plenary.doranta]
  await db.representative.createMany({
    data: people.map(({ id }, at) => ({
      personId: id,
      delegationId: delegations[at % delegations.length]!.id,
      role: 'adviser' as const,
      maySubmit: false,
    })),
  })
  const all = [plenary.rapporteur.personId, plenary.chair.personId, ...people.map(({ id }) => id)]
  const expiresAt = new Date(Date.now() + 3_600_000)
  const rows = all.map((personId) => ({ id: randomUUID(), personId, expiresAt }))
  await db.signIn.createMany({ data: rows })
  return Promise.all(rows.map(async ({ id }) => `${cookieName()}=${await seal(id)}`))
}
