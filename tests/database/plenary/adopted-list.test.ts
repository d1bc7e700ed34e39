import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { corrects } from '@/tests/support/correcting'
import { adoptList } from '@/lib/plenary/adoption'
import { getAdoption } from '@/lib/plenary/adoption-queries'
import { getSession } from '@/lib/sessions/queries'
import { putOnScreen, raiseObjection, withdrawObjection } from '@/lib/plenary/commands'
import { takeSnapshot } from '@/lib/plenary/snapshots/commands'
import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { type StockTaking, stockTaking } from '@/tests/support/stock-taking'

let cast: StockTaking
let item: string

beforeEach(async () => {
  cast = await stockTaking(['Ratify the Convention.', 'Train judges.'])
  item = await cast.makes([cast.sources[0]!], 'Ratify the Convention.')
  await cast.makes([cast.sources[1]!], 'Train judges.')
})

const adopt = () => adoptList(cast.chair, { slug: cast.slug, meeting: 6 })

describe('the decision on the whole list', () => {
  it.each(['underDiscussion', 'bracketed', 'noConsensus'] as const)(
    'is refused while an item is %s',
    async (kind) => {
      await cast.declares(item, kind)
      await expect(adopt()).rejects.toMatchObject({ key: 'statusesHinder', values: { items: 1 } })
    },
  )

  it('is refused while a delegation objects to an item, whatever was declared of it', async () => {
    const reason = 'Our law forbids it.'
    const objection = { slug: cast.slug, id: item, wording: 1, reason, text: '' }
    await raiseObjection(cast.arvenia.head, objection)
    await expect(adopt()).rejects.toMatchObject({ key: 'statusesHinder' })
    await withdrawObjection(cast.arvenia.head, { slug: cast.slug, id: item })
    await adopt()
  })

  it('takes along what was agreed, agreed ad referendum, and what nothing was declared of', async () => {
    await cast.declares(item, 'agreedAdReferendum')
    await adopt()
    expect((await cast.recorded()).at(-1)).toMatchObject({
      event: 'consolidation.adopted',
      personName: cast.chair.name,
      data: { items: 2, meeting: 6 },
    })
    const list = await db.consolidatedList.findFirstOrThrow({
      where: { sessionId: cast.session.id },
    })
    expect(list.adoptedMeeting).toBe(6)
  })

  it('is at a meeting that the session has', async () => {
    for (const meeting of [7, 99])
      await expect(adoptList(cast.chair, { slug: cast.slug, meeting })).rejects.toMatchObject({
        key: 'meetingUnknown',
        values: { last: 6 },
      })
    await db.meeting.create({
      data: { sessionId: cast.session.id, number: 1, date: new Date('2020-07-27') },
    })
    await expect(adopt()).rejects.toMatchObject({ key: 'meetingUnknown', values: { last: 1 } })
    await adoptList(cast.chair, { slug: cast.slug, meeting: 1 })
  })

  it('is on the list as it was checked: its figures, and what is odd', async () => {
    await cast.declares(item, 'agreed')
    const named = await cast.makes([], 'Arvenia should train judges.')
    const session = await getSession(cast.chair, cast.slug)
    const checked = await getAdoption(cast.chair, session)
    expect(checked).toMatchObject({ items: 3, statuses: { agreed: 1, pending: 2 } })
    expect(checked.coverage).toMatchObject({ total: 2, settled: 2, counts: { adoptedAsIs: 2 } })
    expect(checked.odd.withoutSource.map(({ id }) => id)).toEqual([named])
    expect(checked.odd.naming).toMatchObject([{ item: { id: named }, states: ['Arvenia'] }])
    expect(checked.meetings).toHaveLength(6)
    const bracketed = await cast.makes([], 'Member States should train judges [and prosecutors].')
    await cast.declares(bracketed, 'agreedAdReferendum')
    const { odd } = await getAdoption(cast.chair, session)
    expect([odd.bracketed, odd.adReferendum].map(([found]) => found?.id)).toEqual([
      bracketed,
      bracketed,
    ])
    await cast.rewords(named, 1, 'Member States should train judges well.')
    const { version } = checked.list
    await expect(
      adoptList(cast.chair, { slug: cast.slug, meeting: 6, version }),
    ).rejects.toMatchObject({ key: 'listMovedBefore' })
    const again = await getAdoption(cast.chair, session)
    await adoptList(cast.chair, { slug: cast.slug, meeting: 6, version: again.list.version })
  })

  it('is checked with the disagreements against what was set aside, in their words', async () => {
    cast = await stockTaking(['Ratify the Convention.', 'Train judges.'])
    await cast.makes([cast.sources[0]!], 'Ratify the Convention.')
    await cast.setsAside([cast.sources[1]!])
    const session = await getSession(cast.chair, cast.slug)
    expect((await getAdoption(cast.chair, session)).odd.disagreedAside).toEqual([])
    await cast.disagrees(cast.belmara.head, cast.sources[1]!, null, 'Judges cannot wait.')
    const { odd } = await getAdoption(cast.chair, session)
    expect(odd.disagreedWith).toEqual([])
    expect(odd.disagreedAside).toMatchObject([
      {
        source: { id: cast.sources[1], outcome: 'deferred' },
        by: [{ delegationName: 'Belmara', text: 'Judges cannot wait.' }],
      },
    ])
  })

  it('declared by two at one instant is one act', async () => {
    const both = await Promise.allSettled([adopt(), adopt()])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const acts = (await cast.recorded()).filter(({ event }) => event === 'consolidation.adopted')
    expect(acts).toHaveLength(1)
  })
})

// After the adoption only a corrigendum changes the list. These commands do not change it:
const STILL_ALLOWED = [
  'proposeCorrigendum',
  'releaseCorrigendum',
  'discardCorrigendum',
  // Opened twice, it is the same list.
  'openConsolidation',
  // Stores who looked when, for "what became of ours".
  'markChangesSeen',
]
/** Not a command by itself: works within a command that has locked the list. */
const WITHIN = ['endSupport']

describe('after adoption', () => {
  it('every command on the list is refused; a corrigendum is not', async () => {
    await cast.declares(item, 'agreed')
    await takeSnapshot(cast.chair, { slug: cast.slug })
    await putOnScreen(cast.chair, { slug: cast.slug, id: item })
    await adopt()
    const before = await stateOf(cast.session.id)

    const tried: string[] = []
    for (const [name, command] of await commands()) {
      if (STILL_ALLOWED.includes(name)) continue
      tried.push(name)
      for (const actor of [cast.secretariat, cast.rapporteur, cast.chair, cast.arvenia.head]) {
        const refused = await command(actor, everything()).then(
          () => 'done',
          (error: { key?: string }) => error.key,
        )
        expect(['listAdopted', ...REFUSED_TO_OTHERS], `${name} by ${actor.name}`).toContain(refused)
      }
      expect(await entitled(name, command), name).toBe('listAdopted')
    }
    expect(tried.length).toBeGreaterThan(20)
    expect(await stateOf(cast.session.id)).toEqual(before)

    const words = { text: 'Ratify the Convention now.', reason: 'A word was left out.' }
    await corrects(cast, { slug: cast.slug, id: item, ...words })
  })
})

type Command = (actor: SignedIn, input: unknown) => Promise<unknown>
const REFUSED_TO_OTHERS = [
  'consolidationNotAllowed',
  'disagreementNotAllowed',
  'listsChosenBySecretariat',
  'notEntitledToObject',
  'notPresiding',
]

/** Every command of the capability, found in its files, so that a new one is tried too. */
async function commands(): Promise<[string, Command][]> {
  const files = ['lib/consolidation', 'lib/plenary'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(^|[/-])(commands|adoption)\.ts$/.test(name))
      .map((name) => `${room}/${name}`),
  )
  const all: [string, Command][] = []
  for (const file of files) {
    const exported = (await import(/* @vite-ignore */ resolve(file))) as object
    for (const [name, value] of Object.entries(exported))
      if (typeof value === 'function' && !WITHIN.includes(name)) all.push([name, value as Command])
  }
  return all
}

/** Every input that a command may need of the item, its source and its list. */
const everything = () => ({
  slug: cast.slug,
  id: item,
  itemId: cast.sources[0]!,
  itemIds: [cast.sources[0]!],
  otherId: cast.sources[1]!,
  wording: 1,
  baseNumber: 1,
  version: 0,
  number: 1,
  meeting: 6,
  position: 2,
  headingId: '',
  newHeading: 'Another',
  title: 'Another',
  kind: 'underDiscussion',
  taken: 'part',
  words: '',
  body: '',
  text: 'Other words.',
  reason: 'Because.',
  strengthConfirmed: true,
  outcomeId: randomUUID(),
  until: new Date(),
})

/** The answer to the first officer or head who may run the command. */
async function entitled(name: string, command: Command): Promise<string | undefined> {
  for (const actor of [cast.rapporteur, cast.chair, cast.secretariat, cast.arvenia.head]) {
    const key = await command(actor, everything()).catch((error: { key?: string }) => error.key)
    if (!REFUSED_TO_OTHERS.includes(String(key))) return String(key)
  }
  return `${name} is allowed to nobody`
}

/** All rows of the list. */
const stateOf = (sessionId: string) => db.$queryRaw`
  SELECT (SELECT jsonb_agg(i ORDER BY i.id) FROM "ConsolidatedItem" i WHERE i."listId" = l.id) AS items,
    (SELECT jsonb_agg(t ORDER BY t.id) FROM "ConsolidatedText" t
      JOIN "ConsolidatedItem" i ON i.id = t."itemId" WHERE i."listId" = l.id) AS texts,
    (SELECT jsonb_agg(k ORDER BY k.id) FROM "Lineage" k WHERE k."listId" = l.id) AS lineage,
    (SELECT jsonb_agg(o ORDER BY o.id) FROM "Outcome" o WHERE o."listId" = l.id) AS outcomes,
    (SELECT jsonb_agg(s ORDER BY s.id) FROM "ItemStatus" s WHERE s."listId" = l.id) AS statuses,
    (SELECT jsonb_agg(p ORDER BY p.id) FROM "Snapshot" p WHERE p."listId" = l.id) AS snapshots,
    (SELECT count(*)::int FROM "RecordEntry" e WHERE e."sessionId" = l."sessionId") AS recorded
  FROM "ConsolidatedList" l WHERE l."sessionId" = ${sessionId}::uuid`
