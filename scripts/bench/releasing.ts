import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { releaseComments } from '@/lib/circulation/comments/commands'
import { closeDatabase } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { provideEnv } from '@/lib/env'
import type { FilledCirculation } from './fill-comments'
import { insert } from './insert'
import { p95 } from './load'
import { type BenchRow, below } from './report'
import { generated } from './texts'
import type { World } from './world'

/** The number of comments released by one act, and the number of acts in the last second. */
const IN_ONE = 100
const LAST = 300

/**
 * Measures the release of a hundred comments in one act, and of three hundred in the last second before a deadline: by
 * a process that has just started and by a warm one, as a server is by then.
 */
export async function measureReleases(
  world: World,
  { id, slug }: FilledCirculation,
): Promise<BenchRow[]> {
  provideEnv({ DATABASE_URL: world.url, AUTH_SECRET: world.secret, APP_URL: 'http://localhost' })
  const client = new pg.Client({ connectionString: world.url })
  await client.connect()
  try {
    const heads = await seatHeads(client, { id, slug })
    const [first] = heads
    const many = await drafts(client, { id, slug }, first!, IN_ONE)
    const begun = performance.now()
    await releaseComments(first!.actor, { circulationId: id, ids: many })
    const seconds = (performance.now() - begun) / 1000
    const inFirst = await inLastSecond(client, { id, slug }, heads)
    const inSecond = await inLastSecond(client, { id, slug }, heads)
    return [
      below(`Releasing ${IN_ONE} comments in one act`, seconds, 1, (s) => `${s.toFixed(2)} s`),
      lastSecond(`${LAST} releases in the last second, all at once: decided, p95`, inSecond),
      lastSecond('The same by a process that has just started', inFirst),
    ]
  } finally {
    await client.end()
    await closeDatabase()
  }
}

type LastSecond = { decided: number; inTime: number; slowest: number }

const lastSecond = (name: string, { decided, inTime, slowest }: LastSecond): BenchRow => ({
  name,
  figure: `${decided} decided, ${inTime} in time, ${(slowest / 1000).toFixed(2)} s`,
  target: `${LAST} decided, < 2 s`,
  met: decided === LAST && inTime === LAST && slowest < 2000,
})

type Delegation = { id: string; sessionId: string; entityId: string; name: string }
type Named = { id: string; slug: string }
type Head = { actor: SignedIn; delegationId: string; sessionId: string }

/** A head in each delegation to the session, which is asked to comment. */
async function seatHeads(client: pg.Client, { id, slug }: Named): Promise<Head[]> {
  const { rows } = await client.query<Delegation>(
    `select d.id, d."sessionId", d."entityId", d.name from "Delegation" d join "Session" s on s.id = d."sessionId"
     where s.slug = $1`,
    [slug],
  )
  const heads = rows.map(({ id: delegationId, sessionId, entityId, name }) => ({
    delegationId,
    sessionId,
    entityId,
    name,
    personId: randomUUID(),
    representativeId: randomUUID(),
  }))
  await insert(
    client,
    'Person',
    heads.map(({ personId }) => ({
      id: personId,
      email: `${personId}@example.org`,
      name: 'A head',
    })),
  )
  await client.query(
    `update "Representative" set "endedAt" = now() where "endedAt" is null and "delegationId" = any($1)`,
    [rows.map((row) => row.id)],
  )
  await insert(
    client,
    'Representative',
    heads.map(({ representativeId, delegationId, personId }) => ({
      id: representativeId,
      delegationId,
      personId,
      role: 'head',
      maySubmit: true,
    })),
  )
  await insert(
    client,
    'CirculationAddressee',
    heads.map(({ delegationId, sessionId }) => ({
      id: randomUUID(),
      circulationId: id,
      delegationId,
      sessionId,
    })),
  )
  return heads.map(({ delegationId, sessionId, entityId, name, personId, representativeId }) => ({
    delegationId,
    sessionId,
    actor: {
      personId,
      name: 'A head',
      offices: [],
      memberships: [
        {
          representativeId,
          delegationId,
          sessionId,
          delegationName: name,
          delegationState: 'registered',
          entityId,
          entityKind: 'memberState',
          role: 'head',
          maySubmit: true,
        },
      ],
    },
  }))
}

/** Comments in hand on as many items, as they come. */
async function drafts(
  client: pg.Client,
  { id }: Named,
  { actor, delegationId, sessionId }: Head,
  count: number,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select i.id from "Item" i join "CirculatedList" l on l."listId" = i."listId"
     where l."circulationId" = $1 order by i.id limit $2`,
    [id, count],
  )
  const written = Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    circulationId: id,
    sessionId,
    delegationId,
    target: 'item',
    itemId: rows[at % rows.length]!.id,
    category: 'substantive',
    position: at < rows.length ? 'supports' : 'none',
    text: generated(at, 40),
    createdById: actor.personId,
    updatedById: actor.personId,
  }))
  await insert(client, 'CirculationDraft', written)
  return written.map((draft) => draft.id)
}

/** All at once, each with its own comment; the deadline comes a second later. */
async function inLastSecond(
  client: pg.Client,
  named: Named,
  heads: readonly Head[],
): Promise<LastSecond> {
  const orders: { head: Head; ids: string[] }[] = []
  for (let at = 0; at < LAST; at += 1) {
    const head = heads[at % heads.length]!
    orders.push({ head, ids: await drafts(client, named, head, 1) })
  }
  // A deadline is never brought forward but by this benchmark.
  await client.query('set session_replication_role = replica')
  const { rows } = await client.query<{ now: Date }>(
    `update "Circulation" set "openUntil" = clock_timestamp() + interval '1 second' where id = $1
     returning clock_timestamp() as now`,
    [named.id],
  )
  const arrivedAt = rows[0]!.now
  const times: number[] = []
  const answers = await Promise.allSettled(
    orders.map(async ({ head, ids }) => {
      const begun = performance.now()
      await releaseComments(
        { ...head.actor, request: { arrivedAt } },
        { circulationId: named.id, ids },
      ).finally(() => times.push(performance.now() - begun))
    }),
  )
  return {
    decided: answers.length,
    inTime: answers.filter(({ status }) => status === 'fulfilled').length,
    slowest: p95(times),
  }
}
