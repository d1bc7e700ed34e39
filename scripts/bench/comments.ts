import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { cookieName, seal } from '@/lib/auth/cookie'
import { compilationFormats } from '@/lib/circulation/compilation/formats'
import { provideEnv } from '@/lib/env'
import { paths } from '@/lib/paths'
import { type FilledCirculation, fillCirculation, PER_ITEM } from './fill-comments'
import { makeGroup } from './group'
import { insert } from './insert'
import { costs } from './measure'
import { reported } from './pages'
import { type BenchRow, below } from './report'
import { measureReleases } from './releasing'
import { startBare, startMinimal, startStocktake } from './servers'
import { proposalTexts, stateRows } from './texts'
import { startWorld, type World } from './world'

const MANY = 60_000
const FEW = 6_000

export const aboutComments = `A circulation with ${MANY.toLocaleString('en')} comments and one with ${FEW.toLocaleString('en')}, ${PER_ITEM} on each item; every fourth proposes a wording, every third is answered. Minimal is the smallest Next page that lists the same rows. Files are written by the command line; memory is the highest that its process had.`

/** Measures the compilation of an item and the files of a whole circulation. */
export async function run(asBuilt: boolean): Promise<BenchRow[]> {
  const world = await startWorld()
  try {
    provideEnv({ APP_URL: 'http://localhost', AUTH_SECRET: world.secret })
    const { many, few, signIn } = await reported('Filling the comments', () => fill(world.url))
    return [
      ...(await measurePage(world, { many, few, signIn }, asBuilt)),
      ...(await reported('Releasing comments', () => measureReleases(world, few))),
      ...(await measureFiles(world, many)),
    ]
  } finally {
    await world.stop()
  }
}

type Filled = { many: FilledCirculation; few: FilledCirculation; signIn: string }

async function measurePage(world: World, { many, few, signIn }: Filled, asBuilt: boolean) {
  const minimal = await reported('Starting the minimal pages', () => startMinimal(world))
  const bare = await reported('Starting the bare pages', () => startBare(world))
  const stocktake = await reported('Starting the production build', () =>
    startStocktake(world, asBuilt),
  )
  try {
    const cookie = `${cookieName()}=${await seal(signIn)}`
    const of = ({ slug, id, itemId }: FilledCirculation) => paths.compiledItem(slug, id, itemId)
    const ofPublic = ({ slug, id, itemId }: FilledCirculation) =>
      paths.publicCirculationItem(slug, id, itemId)
    const [plain, wide, narrow, bareOne, open] = await reported('Asking for the compilation', () =>
      costs(
        [
          {
            server: minimal,
            path: `/compilation?circulation=${many.id}&item=${many.itemId}`,
            requests: 60,
          },
          { server: stocktake, path: of(many), requests: 60, cookie },
          { server: stocktake, path: of(few), requests: 60, cookie },
          {
            server: bare,
            path: `/compilation?circulation=${many.id}&item=${many.itemId}`,
            requests: 240,
          },
          { server: stocktake, path: ofPublic(many), requests: 60 },
        ],
        { rounds: 5, postmaster: world.postmaster },
      ),
    )
    const ms = (value: number) => `${value.toFixed(1)} ms`
    const ratio = (name: string, ours: number, compared: number, atMost: number): BenchRow => ({
      name,
      figure: `${ms(ours)} beside ${ms(compared)}, × ${(ours / compared).toFixed(2)}`,
      target: `≤ × ${atMost}`,
      met: ours <= atMost * compared,
    })
    return [
      ratio(
        `CPU of an item’s compilation with ${PER_ITEM} comments, beside minimal`,
        wide!.cpu,
        plain!.cpu,
        2,
      ),
      ratio('The same among 60,000 comments, beside among 6,000', wide!.cpu, narrow!.cpu, 1.3),
      ratio('CPU of the same item’s public page, beside bare', open!.cpu, bareOne!.cpu, 2),
    ]
  } finally {
    await stocktake.stop()
    await bare.stop()
    await minimal.stop()
  }
}

async function measureFiles(world: World, { id, comments }: FilledCirculation) {
  const rows: BenchRow[] = []
  for (const format of compilationFormats) {
    const out = path.join(world.folder, `comments.${format}`)
    const { seconds, megabytes } = await reported(`Writing ${format}`, () =>
      write(world, id, out, format),
    )
    const size = (statSync(out).size / 1_000_000).toFixed(1)
    const seen = (value: number) =>
      `${value.toFixed(1)} s, ${size} MB, memory ${megabytes.toFixed(0)} MB`
    rows.push(
      below(
        `${format.toUpperCase()} of ${comments.toLocaleString('en')} comments`,
        seconds,
        60,
        seen,
      ),
    )
  }
  return rows
}

/** Writes a file by the command line; the time is that of the process from its start to its end. */
async function write(world: World, id: string, out: string, format: string) {
  const begun = performance.now()
  const child = spawn(
    process.execPath,
    [
      'scripts/run.mjs',
      'scripts/stocktake.ts',
      'comments',
      '--circulation',
      id,
      '--format',
      format,
      '--out',
      out,
    ],
    {
      env: {
        ...process.env,
        DATABASE_URL: world.url,
        AUTH_SECRET: world.secret,
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  let megabytes = 0
  const look = setInterval(() => (megabytes = Math.max(megabytes, highest(child.pid!))), 100)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(look)
  if (code !== 0) throw new Error(`comments --format ${format} ended with ${String(code)}`)
  return { seconds: (performance.now() - begun) / 1000, megabytes }
}

/** The highest resident memory that a process had so far. */
function highest(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}

async function fill(url: string): Promise<Filled> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const entities = stateRows(195)
    await insert(client, 'Entity', entities)
    const person = { id: randomUUID(), email: 'head@example.org', name: 'A head' }
    await insert(client, 'Person', [person])
    const groupId = await makeGroup(client)
    const texts = proposalTexts(MANY / PER_ITEM)
    const make = async (slug: string, ordinal: number, comments: number) => {
      await client.query('begin')
      const filled = await fillCirculation(
        client,
        {
          row: { id: randomUUID(), groupId, slug: `${slug}-past`, ordinal },
          entities,
          people: [person],
          texts: texts.slice(0, comments / PER_ITEM),
          comments: 0,
        },
        slug,
      )
      await client.query('commit')
      return filled
    }
    const many = await make('many', 801, MANY)
    const few = await make('few', 802, FEW)
    const signIn = randomUUID()
    const expiresAt = new Date(Date.now() + 36_000_000)
    await insert(client, 'SignIn', [{ id: signIn, personId: person.id, expiresAt }])
    await client.query('vacuum analyze')
    return { many, few, signIn }
  } finally {
    await client.end()
  }
}
