import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { cookieName, seal } from '@/lib/auth/cookie'
import { db } from '@/lib/db/client'
import { provideEnv } from '@/lib/env'
import type { ListView } from '@/lib/meetings/speakers/list-view'
import { setSpeakersList } from '@/lib/meetings/speakers/commands'
import { SetSpeakersList } from '@/lib/meetings/speakers/schema'
import { paths } from '@/lib/paths'
import { formsOf } from '@/tests/support/html-forms'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { cpuOf } from './cpu'
import { median, p95 } from './load'
import { type BenchRow, figures, type Section } from './report'
import { startRoundRobin } from './round-robin'
import { type Program, startStocktake } from './servers'
import { stateRows } from './texts'
import { openViewer } from './viewer'
import { startWorld, type World } from './world'

const REQUESTS = 200
const VIEWERS = 300
/** The list opens so long after all is ready. */
const BEFORE = 3_000
const PATIENCE = 60_000

export const aboutSpeakers = `A list of speakers opens at an exact time; within the second after it ${REQUESTS} delegations ask for the floor by the form of its page, evenly spread, at two instances of the production build on one database behind one address. ${VIEWERS} delegates follow the list. A request is seen when its speaker stands in what the stream of a viewer brings: counted from when the database took it, of every viewer and every request.`

/**
 * Measures the delay until the viewers of a list of speakers see the requests of its opening second, and whether each
 * counts once.
 */
export async function run(asBuilt: boolean): Promise<Section> {
  const world = await startWorld()
  const address = await startRoundRobin()
  const programs: Program[] = []
  try {
    for (const built of [asBuilt, true])
      programs.push(await startStocktake(world, built, address.url))
    address.instances.push(...programs.map(({ url }) => url))
    return figures(
      'The list of speakers',
      aboutSpeakers,
      await measure(world, programs, address.url),
    )
  } finally {
    for (const { stop } of programs) await stop()
    await address.stop()
    await world.stop()
  }
}

async function measure(
  world: World,
  programs: readonly Program[],
  url: string,
): Promise<BenchRow[]> {
  provideEnv({ APP_URL: url, DATABASE_URL: world.url, AUTH_SECRET: world.secret })
  const cast = await scenario()
  const listId = await openList(cast)
  const cookies = await seat(cast)
  const page = `${url}${paths.speakersOn(cast.session.slug, '2')}`
  const viewers = await follow(`${url}${paths.speakersStream(cast.session.slug, '2')}`, cookies)
  const asking = await formsFor(page, cookies.slice(0, REQUESTS))

  const cpu = () =>
    [...programs, { pid: world.postmaster }].reduce((sum, { pid }) => sum + cpuOf(pid), 0)
  const spent = cpu()
  const opensAt = new Date(Date.now() + BEFORE)
  await db.speakersList.update({ where: { id: listId }, data: { opensAt } })
  const answers = await Promise.all(
    asking.map(async (ask, at) => {
      await pause(opensAt.getTime() - Date.now() + 1 + (at * 990) / REQUESTS)
      const begun = Date.now()
      const answer = await ask(url)
      return { taken: answer.ok, milliseconds: Date.now() - begun }
    }),
  )
  const statements = await db.statement.findMany({
    where: { listId },
    orderBy: { sequence: 'asc' },
  })
  const order = statements.map(({ id }) => id)
  await until(() => viewers.every(({ seen }) => seen.size === order.length))
  for (const { viewer } of viewers) viewer.close()
  const cost = (cpu() - spent) / REQUESTS

  const entries = await db.recordEntry.findMany({ where: { subjectId: { in: order } } })
  const seen = viewers.flatMap((viewer) =>
    entries.map(({ subjectId, at }) => viewer.seen.get(subjectId!)! - at.getTime()),
  )
  const arrivals = statements.map(({ requestedAt }) => requestedAt.getTime())
  const inSecond = arrivals.filter((at) => at - opensAt.getTime() < 1_000).length
  const kept = answers.filter(({ taken }) => taken).length
  const sameOrder = viewers.filter(({ order: shown }) => shown.join() === order.join()).length
  const answered = answers.map(({ milliseconds }) => milliseconds)
  return [
    {
      name: `Requests that arrived in the second: taken of ${REQUESTS}`,
      figure: `${kept} taken, ${order.length} on the list, ${inSecond} arrived within the second`,
      target: `${REQUESTS}, none lost`,
      met: kept === REQUESTS && order.length === REQUESTS,
    },
    {
      name: `Viewers who have the order of the database at the end`,
      figure: `${sameOrder} of ${VIEWERS}`,
      target: `${VIEWERS}`,
      met: sameOrder === VIEWERS,
    },
    {
      name: `A request is seen by all ${VIEWERS}`,
      figure: spread(seen),
      target: 'p95 < 1,000 ms',
      met: p95(seen) < 1_000,
    },
    { name: 'A request is answered with the list', figure: spread(answered), target: '–' },
    {
      name: 'CPU of both instances and PostgreSQL for a request, its answer and all who see it',
      figure: `${cost.toFixed(0)} ms`,
      target: '–',
    },
  ]
}

const spread = (times: readonly number[]) =>
  `p50 ${ms(median(times))}, p95 ${ms(p95(times))}, slowest ${ms(Math.max(...times))} ms`
const ms = (time: number) => Math.round(time).toLocaleString('en')

async function openList({ secretariat, session, agenda }: Scenario): Promise<string> {
  const minutes = { stateMinutes: '5', groupMinutes: '8', otherMinutes: '3' }
  const list = { sessionId: session.id, agendaItemId: agenda['2'], opensAt: '2020-07-27T10:00' }
  await setSpeakersList(secretariat, SetSpeakersList.parse({ ...list, ...minutes }))
  const { id } = await db.speakersList.findFirstOrThrow({ where: { sessionId: session.id } })
  return id
}

/** The cookies of the viewers; each of the first sits for another State. */
async function seat({ session }: Scenario): Promise<string[]> {
  const states = stateRows(REQUESTS)
  await db.entity.createMany({ data: states.map((row) => ({ ...row, kind: 'memberState' })) })
  const delegations = states.map(({ id: entityId, name, sortKey }) => ({
    id: randomUUID(),
    sessionId: session.id,
    entityId,
    name,
    sortKey,
  }))
  await db.delegation.createMany({ data: delegations })
  const people = Array.from({ length: VIEWERS }, (_, at) => ({
    id: randomUUID(),
    email: `delegate-${at}@viewers.example`,
    name: `Delegate ${at}`,
  }))
  await db.person.createMany({ data: people })
  await db.representative.createMany({
    data: people.map(({ id }, at) => ({
      personId: id,
      delegationId: delegations[at % REQUESTS]!.id,
      role: at < REQUESTS ? ('head' as const) : ('adviser' as const),
      maySubmit: at < REQUESTS,
    })),
  })
  const expiresAt = new Date(Date.now() + 3_600_000)
  const signIns = people.map(({ id: personId }) => ({ id: randomUUID(), personId, expiresAt }))
  await db.signIn.createMany({ data: signIns })
  return Promise.all(signIns.map(async ({ id }) => `${cookieName()}=${await seal(id)}`))
}

/** Opens the stream of each viewer; `seen` tells when each statement first stood in it, `order` how they stand now. */
async function follow(stream: string, cookies: readonly string[]) {
  let begun = 0
  const viewers = cookies.map((cookie) => {
    const seen = new Map<string, number>()
    const view = { seen, order: [] as string[], viewer: openViewer(stream, cookie, hear) }
    function hear(data: string): void {
      begun += seen.size === 0 ? 1 : 0
      const now = Date.now()
      view.order = (JSON.parse(data) as ListView).speakers.map(({ id }) => id)
      for (const id of view.order) if (!seen.has(id)) seen.set(id, now)
    }
    return view
  })
  await until(() => begun >= viewers.length)
  return viewers
}

/** The functions that send each person's form to ask for the floor, read from the page before the list opens. */
async function formsFor(page: string, cookies: readonly string[]) {
  const asking: ((site: string) => Promise<Response>)[] = []
  for (const cookie of cookies) {
    const html = await (await fetch(page, { headers: { cookie, accept: 'text/html' } })).text()
    const form = formsOf(html).find(({ fields }) => fields.some(([name]) => name === 'person'))
    if (!form) throw new Error('The page of the list has no form that asks for the floor.')
    const body = new FormData()
    for (const [name, value] of form.fields) body.set(name, value)
    body.set('formId', randomUUID())
    body.set('kind', 'state')
    asking.push((origin) => fetch(page, { method: 'POST', headers: { cookie, origin }, body }))
  }
  return asking
}

async function until(holds: () => boolean): Promise<void> {
  const begun = Date.now()
  while (!holds()) {
    if (Date.now() - begun > PATIENCE) throw new Error('The viewers were not told in time.')
    await pause(5)
  }
}
