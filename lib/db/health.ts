import pg from 'pg'

/** Both together stay below three seconds. */
const CONNECTING = 1_200
const WRITING = 1_500
const KEPT_FOR = 1_000

let latest: { fault: Promise<string | null>; until: number } | undefined

/**
 * The reason why the database cannot serve now, in a few words, or null if it can. Queries it at most once a second,
 * for any number of callers.
 */
export function currentHealth(databaseUrl: string): Promise<string | null> {
  if (latest && Date.now() < latest.until) return latest.fault
  const fault = examine(databaseUrl)
  const examination = { fault, until: Number.POSITIVE_INFINITY }
  latest = examination
  void fault.then(() => (examination.until = Date.now() + KEPT_FOR))
  return fault
}

/**
 * Opens a new connection and writes: a temporary table needs new blocks of the disk and an entry in the write-ahead
 * log, so a full disk, a read-only database and a standby server are found.
 */
async function examine(connectionString: string): Promise<string | null> {
  const client = new pg.Client({
    connectionString,
    application_name: 'stocktake health',
    connectionTimeoutMillis: CONNECTING,
    query_timeout: WRITING,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(PROBE)
    return null
  } catch (error) {
    return FAULTS[(error as { code?: string }).code ?? ''] ?? 'the database does not answer'
  } finally {
    // A silent server would not answer a farewell.
    client.end().catch(() => {})
    setTimeout(() => client.connection.stream.destroy(), KEPT_FOR).unref()
  }
}

const PROBE = `
  CREATE TEMPORARY TABLE health_probe ON COMMIT DROP
    AS SELECT n, repeat('x', 100) AS filler FROM generate_series(1, 1000) AS n`

const FAULTS: Record<string, string> = {
  '53100': 'the disk of the database is full',
  '25006': 'the database takes no writes',
  '53300': 'the database has no free connection',
}
