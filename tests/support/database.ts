import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { provideEnv } from '@/lib/env'
import { setSeat } from '@/lib/seat'
import { TEMPLATE } from './database-template'

const cluster = inject('clusterUrl')
const name = `test_${randomUUID().replaceAll('-', '')}`

/** The address of this test file's own database, for clients that send SQL themselves. */
export const databaseUrl = Object.assign(new URL(cluster), { pathname: `/${name}` }).href

// Vitest runs this before each test file of the project, so that `db` is the file's own copy.
await inCluster(`create database ${name} template ${TEMPLATE}`)
// A late query of an earlier file may have opened that file's database again, which is gone.
await closeDatabase()
provideEnv({
  DATABASE_URL: databaseUrl,
  APP_URL: 'http://localhost:3000',
  AUTH_SECRET: 'a secret of the tests, long enough to pass',
})
// Files of a worker share the process: the clock of an earlier file's group must not reach this one.
setSeat({ name: 'Vienna', timeZone: 'Europe/Vienna' })
afterAll(async () => {
  await closeDatabase()
  await inCluster(`drop database ${name} with (force)`)
})

async function inCluster(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: cluster })
  await client.connect()
  await client.query(statement)
  await client.end()
}
