import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder, postgresOf, startServer } from '@/tests/support/machine'

const SECRET = 'a secret of the tests, long enough to pass'
const NOWHERE = 'postgresql://someone@127.0.0.1:9/nothing'

/** The last output of a refused start: one sentence, without a stack trace. */
async function refusal(env: Record<string, string>, ...nodeOptions: string[]): Promise<string> {
  const start = startServer(env, {
    command: [process.execPath, ...nodeOptions, 'scripts/start.cjs'],
  })
  expect(await start.ended()).toBe(1)
  expect(start.said()).not.toMatch(/^\s+at /m)
  return start.said().trim().split('\n').at(-1) ?? ''
}

test('a taken port', async () => {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as net.AddressInfo
  const DATA_DIR = dataFolder()
  expect(await refusal({ DATA_DIR, PORT: String(port) })).toMatch(`Port ${port} is taken`)
  expect(postgresOf(DATA_DIR)).toBeNull()
  server.close()
})

test('an old Node', async () => {
  const older = path.join(dataFolder(), 'older.cjs')
  writeFileSync(
    older,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })",
  )
  expect(await refusal({}, '--require', older)).toMatch(
    /needs Node 20\.19 or later .* this is Node 18\.20\.4/,
  )
})

test('a database of one’s own that does not answer', async () => {
  expect(await refusal({ DATABASE_URL: NOWHERE, AUTH_SECRET: SECRET })).toMatch(
    /127\.0\.0\.1:9\/nothing of DATABASE_URL can't be reached: .*ECONNREFUSED/,
  )
})

test('a database of one’s own without a secret', async () => {
  expect(await refusal({ DATABASE_URL: NOWHERE })).toMatch(/^AUTH_SECRET is missing/)
})

test.each([
  ['PORT', 'many'],
  ['APP_URL', 'stocktake.example.org'],
  ['DATABASE_URL', 'mysql://localhost/stocktake'],
  ['AUTH_SECRET', 'short'],
])('a wrong value of %s', async (name, value) => {
  const output = await refusal({ DATA_DIR: dataFolder(), [name]: value })
  expect(output).toContain(`The configuration is wrong: ${name}:`)
})
