import { randomUUID } from 'node:crypto'
import { cookieName, seal } from '@/lib/auth/cookie'
import { deleteItem, makeItem, moveItem, rewordItem } from '@/lib/consolidation/desk/item-commands'
import { mergeItems, splitItem } from '@/lib/consolidation/desk/merge-commands'
import {
  linkSources,
  setAside,
  takeBackOutcome,
  unlinkSource,
} from '@/lib/consolidation/desk/source-commands'
import { undoAct } from '@/lib/consolidation/desk/undo-commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { provideEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { browse } from './desk-browser'
import { DESK, type FilledDesk, fillDesk } from './fill-desk'
import { reported } from './pages'
import { type BenchRow, below } from './report'
import { type Program, startStocktake } from './servers'
import { startWorld } from './world'

/**
 * Measures a desk with a thousand items and two thousand links: opening it, each kind of act by its command, the same
 * in a browser from the key to the re-rendered page, and a delegation's "What became of ours".
 */
export async function run(asBuilt: boolean): Promise<BenchRow[]> {
  const world = await startWorld()
  let server: Program | null = null
  try {
    const desk = await reported('Filling the desk', () => fillDesk(world.url))
    const { url } = world
    provideEnv({ DATABASE_URL: url, APP_URL: 'http://localhost', AUTH_SECRET: world.secret })
    server = await reported('Starting the production build', () => startStocktake(world, asBuilt))
    return [
      ...(await reported('Opening the desk', () => opening(server!.url, desk))),
      ...(await reported('Acts by their commands', () => acts(desk))),
      ...(await reported('Acts in a browser', () => browsing(server!.url, desk))),
    ]
  } finally {
    await server?.stop()
    await world.stop()
  }
}

const cookieOf = async ({ signIn }: { signIn: string }) => `${cookieName()}=${await seal(signIn)}`

async function opening(url: string, desk: FilledDesk): Promise<BenchRow[]> {
  const ask = async (path: string, cookie: string) => {
    const answer = await fetch(`${url}${path}`, { headers: { cookie } })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}\n${text.slice(0, 500)}`)
  }
  const rapporteur = await cookieOf(desk.rapporteur)
  const head = await cookieOf(desk.head)
  const pages = [
    ['the desk is answered', paths.consolidation(desk.slug), rapporteur],
    ['one item of it', paths.consolidatedItem(desk.slug, desk.items[0]!), rapporteur],
    ['similar items of one', paths.similarItems(desk.slug, desk.sources[0]!), rapporteur],
    ['“What became of ours” of a State', paths.ours(desk.slug), head],
  ] as const
  const rows: BenchRow[] = []
  for (const [name, path, cookie] of pages) {
    const times = await repeated(12, () => ask(path, cookie))
    const usual = median(times.slice(2))
    rows.push({
      name,
      figure: `${ms(usual)}, first ${ms(times[0]!)}`,
      target: '< 2,000 ms',
      met: Math.max(usual, times[0]!) < 2_000,
    })
  }
  return rows
}

async function acts(desk: FilledDesk): Promise<BenchRow[]> {
  const { slug, items, sources } = desk
  const actor: SignedIn = {
    personId: desk.rapporteur.personId,
    name: 'rapporteur',
    memberships: [],
    offices: [{ kind: 'rapporteur', sessionId: desk.sessionId }],
  }
  const headings = await db.consolidatedHeading.findMany({ select: { id: true } })
  const base = { slug, reason: 'Because.', strengthConfirmed: true }
  const source = (at: number) => sources[at]!
  const made: string[] = []
  let lately = ''
  const undoLast = async () => {
    const act = await db.deskAct.findFirstOrThrow({ orderBy: { version: 'desc' } })
    lately = act.id
  }
  const kinds: [string, (at: number) => Promise<unknown>, (() => Promise<unknown>)?][] = [
    [
      'make',
      (at) => {
        made.push(randomUUID())
        return makeItem(actor, {
          ...base,
          id: made.at(-1)!,
          headingId: headings[at % headings.length]!.id,
          newHeading: '',
          itemIds: [source(at), source(at + 50)],
          kind: 'recommendation',
          body: '',
          text: `Item ${at} of the benchmark.`,
        })
      },
    ],
    [
      'take in',
      (at) => linkSources(actor, { ...base, id: items[at]!, itemIds: [source(at + 200)] }),
    ],
    [
      'reword',
      (at) =>
        rewordItem(actor, {
          ...base,
          id: items[at]!,
          baseNumber: 1,
          body: '',
          text: `Other words ${at}.`,
        }),
    ],
    [
      'move',
      (at) =>
        moveItem(actor, {
          slug,
          id: items[at]!,
          headingId: headings[at % headings.length]!.id,
          position: 3,
        }),
    ],
    [
      'split',
      (at) =>
        splitItem(actor, {
          ...base,
          id: items[at + 100]!,
          newId: randomUUID(),
          itemIds: [source(2 * (at + 100))],
        }),
    ],
    [
      'merge',
      (at) => mergeItems(actor, { ...base, id: items[at + 200]!, otherId: items[at + 300]! }),
    ],
    [
      'take a source away',
      (at) =>
        unlinkSource(actor, { ...base, id: items[at + 400]!, itemId: source(2 * (at + 400)) }),
    ],
    [
      'set aside',
      (at) =>
        setAside(actor, {
          slug,
          itemIds: [source(2 * (at + 400))],
          kind: 'deferred',
          reason: 'Later.',
        }),
    ],
    [
      'take an outcome back',
      (at) => takeBackOutcome(actor, { slug, itemId: source(2 * (at + 400)) }),
    ],
    ['take off the list', (at) => deleteItem(actor, { ...base, id: made[at]! })],
    ['undo', () => undoAct(actor, { slug, id: lately }), undoLast],
  ]
  const rows: BenchRow[] = []
  for (const [name, act, before] of kinds) {
    const times: number[] = []
    for (let at = 0; at < (before ? 1 : 20); at += 1) {
      await before?.()
      times.push(...(await repeated(1, () => act(at))))
    }
    rows.push({
      name: `act: ${name}`,
      figure: `${ms(median(times))}, slowest ${ms(Math.max(...times))}`,
      target: '< 200 ms',
      met: median(times) < 200,
    })
  }
  return rows
}

async function browsing(url: string, desk: FilledDesk): Promise<BenchRow[]> {
  const [name = '', ...value] = (await cookieOf(desk.rapporteur)).split('=')
  const { opened, acts } = await browse(url, desk, { name, value: value.join('=') })
  return [
    below('the desk opens in a browser', median(opened), 2_000, ms),
    ...acts.map((act) => ({
      name: `in a browser: ${act.name}`,
      figure: `answered ${ms(median(act.answered))}, drawn ${ms(median(act.drawn))}, slowest ${ms(Math.max(...act.drawn))}`,
      target: '< 200 ms',
      met: median(act.drawn) < 200,
    })),
  ]
}

async function repeated(times: number, act: (at: number) => Promise<unknown>): Promise<number[]> {
  const measured: number[] = []
  for (let at = 0; at < times; at += 1) {
    const begun = performance.now()
    await act(at)
    measured.push(performance.now() - begun)
  }
  return measured
}

const ms = (time: number) => `${Math.round(time).toLocaleString('en')} ms`
const median = (times: number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

export const about = `A stock-taking with ${DESK.items.toLocaleString('en')} items, ${DESK.links.toLocaleString('en')} links and ${DESK.sources.toLocaleString('en')} preliminary items of ${DESK.states} States. An act by its command is all that it writes: links, outcomes, record, letters to the States, and what undoing needs; in a browser, it is answered when the whole answer has come, with the data of the page, and drawn from the key to the frame in which the page as it is then is painted. Milliseconds of time, not of CPU.`
