import pg from 'pg'
import { exclusively } from './reach'

/**
 * Lets the role that connects by `url` read and write the rows of every table, and nothing more: it can
 * neither own, change or TRUNCATE a table nor disable a trigger. Returns whether that role is still more
 * than this: the owner of the tables or a superuser.
 */
export async function grantRows(ownerUrl: string, url: string): Promise<{ owns: boolean }> {
  const application = await roleOf(url)
  const owner = await roleOf(ownerUrl)
  if (application.name === owner.name) return { owns: true }
  await exclusively(ownerUrl, 'grants', async (client) => {
    const role = client.escapeIdentifier(application.name)
    const { rows } = await client.query<{ schema: string }>('SELECT current_schema() AS schema')
    const schema = client.escapeIdentifier(rows[0]!.schema)
    await client.query(`
      GRANT USAGE ON SCHEMA ${schema} TO ${role};
      REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${role};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
      REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${role};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role};`)
  })
  return { owns: application.isSuper }
}

async function roleOf(connectionString: string): Promise<{ name: string; isSuper: boolean }> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; isSuper: boolean }>(
      'SELECT rolname AS name, rolsuper AS "isSuper" FROM pg_roles WHERE rolname = current_user',
    )
    return rows[0]!
  } finally {
    await client.end()
  }
}
