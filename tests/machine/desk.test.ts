import pg from 'pg'
import { expect, test } from 'vitest'
import { socketUrl } from '@/lib/db/embedded/cluster'
import { filledFolder, postgresOf, startServer } from '@/tests/support/machine'

test('killed in the middle of an act, with its database, the desk keeps all that it acknowledged and nothing half', async () => {
  const DATA_DIR = filledFolder()
  const server = startServer({ DATA_DIR })
  await server.ready()
  const url = () => socketUrl(postgresOf(DATA_DIR)?.socket ?? '', 'stocktake')
  // The demonstration wrote its own items as rows of the past, without the acts that would have made them.
  const before = await idsOfItems(url())
  const worker = startServer(
    { DATABASE_URL: url(), APP_URL: 'http://localhost' },
    { command: [process.execPath, 'scripts/run.mjs', 'tests/support/desk-worker.ts'] },
  )
  while (!worker.said().includes('aside 8')) {
    if (worker.process.exitCode !== null) throw new Error(worker.said())
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  process.kill(postgresOf(DATA_DIR)!.pid, 'SIGKILL')
  await Promise.all([worker.stop('SIGKILL'), server.stop('SIGKILL')])
  const acknowledged = (act: string) =>
    [...worker.said().matchAll(new RegExp(`^${act} (\\S+)$`, 'gm'))].map(([, id]) => id!)

  await startServer({ DATA_DIR }).ready()
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  const ask = async (sql: string) =>
    (await client.query({ text: sql, rowMode: 'array' })).rows.flat()
  try {
    const made = new Set(await ask('select id from "ConsolidatedItem"'))
    expect(acknowledged('made').filter((id) => !made.has(id))).toEqual([])
    const reworded = new Set(await ask('select "itemId" from "ConsolidatedText" where number = 2'))
    expect(acknowledged('reworded').filter((id) => !reworded.has(id))).toEqual([])
    const reasons = new Set(await ask(`select reason from "Outcome" where kind = 'deferred'`))
    expect(acknowledged('aside').filter((at) => !reasons.has(`Reason ${at}.`))).toEqual([])

    // An interrupted act left nothing: each item has its wordings, its source and its entry in the record.
    const halves = await ask(`
      select i.id from "ConsolidatedItem" i where
        i."currentNumber" <> (select count(*) from "ConsolidatedText" t where t."itemId" = i.id)
        or not exists (select 1 from "Lineage" k where k."consolidatedItemId" = i.id)
        or 1 <> (select count(*) from "RecordEntry" e
          where e."subjectId" = i.id and e.event = 'consolidation.itemMade')
        or not exists (select 1 from "DeskAct" a where a.after -> 'items' ? i.id::text)`)
    expect(halves.filter((id) => !before.has(id))).toEqual([])
    const openLinks = await ask(`
      select k."itemId" from "Lineage" k where k."unlinkedAt" is null and not exists (
        select 1 from "Outcome" o where o."itemId" = k."itemId" and o."supersededAt" is null)`)
    expect(openLinks).toEqual([])
  } finally {
    await client.end()
  }
}, 180_000)

async function idsOfItems(connectionString: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from "ConsolidatedItem"')
    return new Set(rows.map(({ id }) => id))
  } finally {
    await client.end()
  }
}
