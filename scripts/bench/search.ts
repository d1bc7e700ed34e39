import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Actor } from '@/lib/delegations/actor'
import { provideEnv } from '@/lib/env'
import { SearchFilter } from '@/lib/search/filter'
import { hitOf } from '@/lib/search/hits'
import { search } from '@/lib/search/queries'
import { fillSession } from './fill-session'
import { makeGroup } from './group'
import { insert } from './insert'
import { withCpu } from './measure'
import { reported } from './pages'
import { type BenchRow, below } from './report'
import { proposalTexts, stateRows } from './texts'
import { startWorld } from './world'

const SESSIONS = 10
const TEXTS = 50_000
const QUERIES = 300

export const aboutSearch = `${TEXTS.toLocaleString('en')} texts of ${SESSIONS} sessions and ${QUERIES} searches by a member: words as often as they stand in texts, two words, phrases, beginnings, numbers. Minimal is PostgreSQL's search in one language as its manual shows it: a count, and the newest 25 with ts_headline.`

/** Measures the search over fifty thousand texts beside the plainest that PostgreSQL offers. */
export async function run(): Promise<BenchRow[]> {
  const world = await startWorld()
  try {
    provideEnv({
      DATABASE_URL: world.url,
      APP_URL: 'http://localhost',
      AUTH_SECRET: world.secret,
    })
    const texts = proposalTexts(TEXTS)
    await reported('Filling fifty thousand texts', () => fill(world.url, texts))
    const asked = queries(texts)
    const pool = new pg.Pool({ connectionString: world.url, max: 1 })
    const minimal = (words: string) =>
      pool.query({ name: 'minimal', text: MINIMAL, values: [words] })
    const ours = async (words: string) => {
      const { results } = await search(member, SearchFilter.parse({ words }))
      return results.map((result) => hitOf(member, result))
    }
    const of = async (ask: (words: string) => Promise<unknown>) => {
      for (const words of asked.slice(0, 100)) await ask(words)
      const times: number[] = []
      const { cpu } = await withCpu([process.pid, world.postmaster], asked.length, async () => {
        for (const words of asked) {
          const begun = performance.now()
          await ask(words)
          times.push(performance.now() - begun)
        }
      })
      return { cpu, p95: times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]! }
    }
    const plain = await of(minimal)
    const full = await of(ours)
    await pool.end()
    const ms = (value: number) => `${value.toFixed(1)} ms`
    return [
      below('95 of 100 searches are answered within', full.p95, 100, ms),
      {
        name: `CPU of a search, beside ${ms(plain.cpu)} of minimal`,
        figure: `${ms(full.cpu)}, × ${(full.cpu / plain.cpu).toFixed(2)}`,
        target: '≤ × 2',
        met: full.cpu <= 2 * plain.cpu,
      },
    ]
  } finally {
    await world.stop()
  }
}

const member: Actor = {
  personId: randomUUID(),
  name: 'A member',
  offices: [],
  memberships: [
    {
      representativeId: randomUUID(),
      delegationId: randomUUID(),
      sessionId: randomUUID(),
      delegationName: 'Arvenia',
      delegationState: 'registered',
      entityId: randomUUID(),
      entityKind: 'memberState',
      role: 'head',
      maySubmit: true,
    },
  ],
}

const MINIMAL = `
  with found as materialized (select r.id, r."submittedAt" from "Revision" r
    where to_tsvector('english', r.text) @@ websearch_to_tsquery('english', $1))
  select (select count(*) from found) as count, p.number, d.name,
    ts_headline('english', r.text, websearch_to_tsquery('english', $1)) as headline
  from (select id from found order by "submittedAt" desc limit 25) f
  join "Revision" r on r.id = f.id join "Proposal" p on p.id = r."proposalId"
  join "Delegation" d on d.id = p."delegationId"`

async function fill(url: string, texts: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const entities = stateRows(195)
  await insert(client, 'Entity', entities)
  const groupId = await makeGroup(client)
  const each = TEXTS / SESSIONS
  for (let at = 0; at < SESSIONS; at++) {
    const ordinal = 901 + at
    await client.query('begin')
    await fillSession(client, {
      row: { id: randomUUID(), groupId, slug: `s${ordinal}`, ordinal },
      entities,
      people: [],
      texts: texts.slice(at * each, (at + 1) * each),
      comments: 0,
    })
    await client.query('commit')
  }
  await client.query(`create index on "Revision" using gin (to_tsvector('english', text))`)
  await client.query('vacuum analyze')
  await client.end()
}

/** Searches by a fixed rule, so that each run has the same. */
function queries(texts: readonly string[]): string[] {
  return Array.from({ length: QUERIES }, (_, at) => {
    const words = texts[(at * 7_919) % texts.length]!.match(/[A-Za-z]{4,}/g) ?? ['state']
    const first = words[(at * 31) % words.length]!
    const next = words[(at * 31 + 1) % words.length]!
    return [first, `${first} ${next}`, `"${first} ${next}"`, first.slice(0, 4), `${at + 1}`][
      at % 5
    ]!
  })
}
