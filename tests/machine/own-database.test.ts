import { expect, test } from 'vitest'
import pg from 'pg'
import { startScratchDatabase } from '@/lib/db/embedded/scratch'
import { startServer } from '@/tests/support/machine'

const AUTH_SECRET = 'a secret of the tests, long enough to pass'

test('two instances start at once on an empty database of one’s own, without a demonstration', async () => {
  const cluster = await startScratchDatabase()
  try {
    const env = { DATABASE_URL: cluster.url('postgres'), AUTH_SECRET }
    const both = [startServer(env), startServer(env)]
    for (const server of both) {
      const url = await server.ready()
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
      expect(server.said()).not.toContain('can sign in')
      const isOld = process.versions.node.startsWith('20.')
      expect(server.said().includes('Node 20 is past its end of life')).toBe(isOld)
    }
    const client = new pg.Client({ connectionString: env.DATABASE_URL })
    await client.connect()
    const { rows } = await client.query('select count(*)::int as people from "Person"')
    const twice = await client.query(
      'select from _prisma_migrations group by migration_name having count(*) > 1',
    )
    await client.end()
    expect(rows).toEqual([{ people: 0 }])
    expect(twice.rowCount).toBe(0)
    expect(await Promise.all(both.map((server) => server.stop()))).toEqual([0, 0])
  } finally {
    await cluster.stop()
  }
})
