import type { TestProject } from 'vitest/node'
import { startScratchDatabase } from '@/lib/db/embedded/scratch'
import { applyMigrations } from '@/lib/db/migrations'
import pg from 'pg'

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster's own database, where a test file makes its copy of the template. */
    clusterUrl: string
  }
}

/** The database that every test file copies: migrated, and empty. */
export const TEMPLATE = 'stocktake_template'

/** Starts one PostgreSQL for all test files and migrates the template once. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startScratchDatabase()
  const client = new pg.Client({ connectionString: cluster.url() })
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  await applyMigrations(cluster.url(TEMPLATE))
  project.provide('clusterUrl', cluster.url())
  return cluster.stop
}
