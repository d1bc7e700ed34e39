import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import pg from 'pg'

type Bindings = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void
}

/** The engine behind `prisma migrate`, connected to one database; `close` gives its connections back. */
export type OpenEngine = { engine: SchemaEngine; close: () => Promise<void> }

/**
 * Prisma's schema engine as WebAssembly, so that nothing is downloaded: it applies migrations and writes
 * `_prisma_migrations` exactly as `prisma migrate deploy` does. `datamodels` are pairs of path and content, needed only
 * to compare the schema.
 */
export async function openSchemaEngine(
  databaseUrl: string,
  datamodels?: [string, string][],
): Promise<OpenEngine> {
  const { SchemaEngine } = await loadBindings()
  const factory = new MigrationAdapterFactory(databaseUrl)
  const engine = await SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  return {
    engine,
    close: async () => {
      engine.free()
      await factory.close()
    },
  }
}

let bindings: Promise<Bindings> | undefined

/** Node before 24 can't import .wasm as a module, so it is instantiated by hand. */
function loadBindings(): Promise<Bindings> {
  bindings ??= (async () => {
    const file = createRequire(path.resolve('package.json')).resolve(
      '@prisma/schema-engine-wasm/schema_engine_bg',
    )
    const glue = (await import(
      '@prisma/schema-engine-wasm/schema_engine_bg'
    )) as unknown as Bindings
    Object.assign(globalThis, {
      PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
    })
    const wasm = await readFile(file.replace(/\.js$/, '.wasm'))
    const imports = Object.entries(glue as unknown as WebAssembly.ModuleImports).map(
      ([name, value]) =>
        [name, name.startsWith('__wbg_setTimeout_') ? idleTimeout : value] as const,
    )
    const { instance } = await WebAssembly.instantiate(wasm, {
      './schema_engine_bg.js': Object.fromEntries(imports),
    })
    glue.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
    return glue
  })()
  return bindings
}

/** The engine leaves a timer of ten seconds behind: that must not keep a finished program alive. */
const idleTimeout = (run: () => void, milliseconds: number) =>
  setTimeout(run, milliseconds >>> 0).unref()

/** One connection at a time: the engine's advisory lock belongs to a session. */
class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres'
  readonly adapterName = '@prisma/adapter-pg'
  private readonly pools: pg.Pool[] = []

  constructor(private readonly databaseUrl: string) {}

  connect(): Promise<SqlDriverAdapter> {
    return this.adapterTo(this.databaseUrl)
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const name = `stocktake_shadow_${randomUUID().slice(0, 8)}`
    const main = await this.adapterTo(this.databaseUrl)
    await main.executeScript(`CREATE DATABASE "${name}"`)
    const url = new URL(this.databaseUrl)
    url.pathname = `/${name}`
    const shadow = await this.adapterTo(url.href)
    const dispose = async () => {
      await this.end(shadow)
      await main.executeScript(`DROP DATABASE IF EXISTS "${name}"`)
      await this.end(main)
    }
    return Object.assign(shadow, { dispose })
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.splice(0).map((pool) => pool.end()))
  }

  private async adapterTo(connectionString: string): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ connectionString, max: 1, allowExitOnIdle: true })
    this.pools.push(pool)
    return migrationAdapter(pool)
  }

  private async end(adapter: SqlDriverAdapter): Promise<void> {
    const pool = (
      adapter as SqlDriverAdapter & { underlyingDriver: () => pg.Pool }
    ).underlyingDriver()
    this.pools.splice(this.pools.indexOf(pool), 1)
    await pool.end()
  }
}

const ONE_BYTE_CHAR = 18
const TEXT = 25

/**
 * The adapter for the engine's queries on a whole database. It lacks two things: it does not know PostgreSQL's "char",
 * in which the catalogue keeps its letters, and it splits a script at every ";".
 */
async function migrationAdapter(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const letterColumns = new WeakMap<unknown[], number[]>()
  const query = pool.query.bind(pool) as (config: pg.QueryConfig) => Promise<pg.QueryResult>
  const callingLettersText = async (config: pg.QueryConfig) => {
    const result = await query(config)
    const letters = (result.fields ?? []).flatMap((field, at) =>
      field.dataTypeID === ONE_BYTE_CHAR ? [at] : [],
    )
    for (const at of letters) result.fields[at]!.dataTypeID = TEXT
    if (letters.length) letterColumns.set(result.rows, letters)
    return result
  }
  const adapter = await new PrismaPg(Object.assign(pool, { query: callingLettersText })).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    queryRaw: async (asked: SqlQuery) => {
      const result = await queryRaw(asked)
      for (const at of letterColumns.get(result.rows) ?? [])
        result.columnTypes[at] = ColumnTypeEnum.Character
      return result
    },
    // Sent whole, PostgreSQL runs a script as one transaction.
    executeScript: async (script: string) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
    },
  })
}
