import 'server-only'
import type { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import pLimit, { type LimitFunction } from 'p-limit'
import pg from 'pg'
import { CannotStart, env } from '@/lib/env'
import { Prisma, PrismaClient } from './generated/client'
import { collectNotifications, sendNotifications } from './notifications'
import { columnTypes, statementNames } from './statements'

/** The database inside a transaction: a command's rules and `record` write through it. */
export type Tx = Prisma.TransactionClient

const MAX_WAIT = 15_000
/** For a connection, or a free one of the pool. */
const CONNECTING = 10_000
/** PostgreSQL ends a statement after this, and a transaction that asks nothing for this long. */
const STATEMENT = 15_000
/** A server that has said nothing for this long, while it was asked, is silent: the connection is given up. */
const SILENCE = STATEMENT + 1_000

/** The most of the pool's connections for acts at once; the others stay free for reading. */
const SHARE_OF_ACTS = 0.6

type Shared = {
  pool: pg.Pool
  nameOf: (statement: { sql: string }) => string
  client: PrismaClient
  act: LimitFunction
}

// The server and the built pages are bundled apart; in one process they share one pool.
const shared = globalThis as { stocktakeDatabase?: Shared }

/**
 * The database, connected at its first use. Sessions run in UTC, as the adapter sends times without a zone. For
 * reading; an act writes through a transaction.
 */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    const { client } = connected()
    const value: unknown = Reflect.get(client, property)
    return typeof value === 'function' ? value.bind(client) : value
  },
})

/**
 * The rows of one statement, straight from the driver: for the queries of every page, as it costs a third of Prisma's
 * way. Values and columns are those of `$queryRaw`, except arrays of our own enums, which the statement casts to
 * text[].
 */
export async function read<Row>(
  statement: TemplateStringsArray | Prisma.Sql,
  ...values: unknown[]
): Promise<Row[]> {
  const sql = 'raw' in statement ? Prisma.sql(statement, ...values) : statement
  const { pool, nameOf } = connected()
  const { rows } = await pool.query<Row & pg.QueryResultRow>({
    text: sql.text,
    name: nameOf({ sql: sql.text }),
    values: sql.values,
    types: columnTypes,
  })
  return rows
}

export type TransactionOptions = {
  timeout?: number
  isolationLevel?: Prisma.TransactionIsolationLevel
}

/**
 * Runs an act in one transaction and returns its result; an exception rolls everything back. It is retried, from the
 * beginning, if PostgreSQL ended it for a deadlock or a serialization failure: so `act` writes through `tx` alone. For
 * acts without a signed-in person (the start, a sign-in, the command line); the acts of a person go through
 * `transaction` of `lib/delegations`, which checks their rights again.
 */
export async function systemTransaction<T>(
  act: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  const { client, act: inTurn } = connected()
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTurn(() =>
        client.$transaction(
          async (tx) => {
            collectNotifications(tx)
            const result = await act(tx)
            await sendNotifications(tx)
            return result
          },
          { maxWait: MAX_WAIT, timeout: 15_000, ...options },
        ),
      )
    } catch (error) {
      if (attempt === 4 || !isWriteConflict(error)) throw error
      await new Promise((resume) => setTimeout(resume, 10 * 2 ** attempt * Math.random()))
    }
  }
}

/**
 * The database's time at which the transaction began: one moment for all of an act, the same as
 * `now()` in SQL. Deadlines are decided by it, and facts are dated with it.
 */
export const databaseTime = async (tx: Tx): Promise<Date> => (await timesOf(tx)).began

/** The database's time at this instant, which moves on while an act waits for a lock. */
export const clockTime = async (tx: Tx): Promise<Date> => (await timesOf(tx)).now

async function timesOf(tx: Tx): Promise<{ began: Date; now: Date }> {
  const rows = await tx.$queryRaw<[{ began: Date; now: Date }]>`
    SELECT now() AS began, clock_timestamp() AS now`
  return rows[0]
}

/** Whether a write failed because a unique value exists already. */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === 'P2002'

/** Closes the connections of this process; a later use opens them again. */
export async function closeDatabase(): Promise<void> {
  const open = shared.stocktakeDatabase
  delete shared.stocktakeDatabase
  await open?.client.$disconnect()
}

function connected(): Shared {
  shared.stocktakeDatabase ??= connect()
  return shared.stocktakeDatabase
}

function connect(): Shared {
  const { DATABASE_URL, DATABASE_POOL } = env()
  if (!DATABASE_URL)
    throw new CannotStart('DATABASE_URL is not set and no embedded database was started.')
  const pool = new pg.Pool({
    connectionString: DATABASE_URL,
    max: DATABASE_POOL,
    connectionTimeoutMillis: CONNECTING,
    options: `-c TimeZone=UTC -c random_page_cost=1.1 -c statement_timeout=${STATEMENT} -c idle_in_transaction_session_timeout=${STATEMENT}`,
    application_name: 'stocktake',
  })
  // An idle connection that breaks is replaced at its next use, which fails loudly if it cannot be.
  pool.on('error', () => {})
  pool.on('connect', ({ connection }) => {
    const stream = connection.stream as Socket
    stream.setTimeout(SILENCE, () => stream.destroy(new Error('The database does not answer.')))
    connection.prependListener('errorMessage', withoutRow)
  })
  const nameOf = statementNames()
  const adapter = new PrismaPg(pool, { statementNameGenerator: nameOf, disposeExternalPool: true })
  return {
    pool,
    nameOf,
    client: discreet(
      new PrismaClient({
        adapter,
        transactionOptions: { maxWait: MAX_WAIT },
        // Otherwise Prisma computes the source position of each query, which slows every query.
        errorFormat: 'minimal',
      }),
    ),
    act: pLimit(Math.max(1, Math.floor(DATABASE_POOL * SHARE_OF_ACTS))),
  }
}

/**
 * The same client, but its error for a wrong query names the argument and does not print it: a draft's text must not be
 * logged.
 */
const discreet = (client: PrismaClient): PrismaClient =>
  client.$extends({
    query: { $allModels: { $allOperations: ({ args, query }) => query(args).catch(conceal) } },
  }) as unknown as PrismaClient

function conceal(error: unknown): never {
  if (error instanceof Prisma.PrismaClientValidationError)
    error.message = `Invalid query: ${error.message.trim().split('\n').at(-1)}`
  throw error
}

/** A row that is refused for an empty or a wrong column: PostgreSQL tells the whole of it, which must not be logged. */
const TELLING = new Set(['23502', '23514'])
const withoutRow = (error: { code?: string; detail?: string }): void => {
  if (TELLING.has(error.code ?? '')) delete error.detail
}

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code

/** P2034 is Prisma's word for both; a raw query carries the adapter's instead. */
function isWriteConflict(error: unknown): boolean {
  const cause = (error as { meta?: { driverAdapterError?: { cause?: { kind?: string } } } } | null)
    ?.meta
  return (
    codeOf(error) === 'P2034' ||
    cause?.driverAdapterError?.cause?.kind === 'TransactionWriteConflict'
  )
}
