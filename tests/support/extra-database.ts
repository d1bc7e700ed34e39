import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'

/** Runs SQL on a database and returns the rows of its last statement. */
export async function ask<Row = Record<string, unknown>>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return [await client.query(sql)].flat().at(-1)!.rows as Row[]
  } finally {
    await client.end()
  }
}

/**
 * Gives a test file a way to make further databases beside its own; they go when the file has ended.
 * Call it while the file loads.
 */
export function extraDatabases(): (template?: string) => Promise<string> {
  const cluster = inject('clusterUrl')
  const made: string[] = []
  afterAll(async () => {
    for (const name of made) await ask(cluster, `drop database ${name} with (force)`)
  })
  return async (template = 'template0') => {
    const name = `extra_${randomUUID().replaceAll('-', '')}`
    await ask(cluster, `create database ${name} template ${template}`)
    made.push(name)
    return Object.assign(new URL(cluster), { pathname: `/${name}` }).href
  }
}
