import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { slowness } from '@/tests/support/cost'
import { dataFolder, postgresOf, startServer } from '@/tests/support/machine'
import { inDatabase, status } from '@/tests/support/served'

// This file measures the time of stopping, so nothing else runs beside it: tests without that measure are in
// start.test.ts.

test('serves on the loopback address, says where and how to stop, and stops on SIGTERM with its database', async () => {
  const DATA_DIR = dataFolder()
  const server = startServer({ DATA_DIR }, { command: ['npm', 'start'] })
  const url = await server.ready()
  expect(server.said()).toContain('Stop with Ctrl-C')
  expect(await status(url)).toBe(200)
  expect((await fetch(url, { redirect: 'manual' })).status).toBeLessThan(400)
  expect(readFileSync(path.join(DATA_DIR, 'secret'), 'utf8').length).toBeGreaterThan(32)
  await inDatabase(DATA_DIR, 'create table kept (word text)')
  const limit = 5_000 * (await slowness())
  const begun = Date.now()
  expect(await server.stop()).toBe(0)
  expect(Date.now() - begun).toBeLessThan(limit)
  expect(postgresOf(DATA_DIR)).toBeNull()

  const again = startServer({ DATA_DIR })
  await again.ready()
  expect(await inDatabase(DATA_DIR, "select to_regclass('kept')")).toEqual(['kept'])
  expect(again.said()).not.toContain('Migrations:')
})

test('stops within five seconds, database and all, while a mail server keeps it waiting', async () => {
  const DATA_DIR = dataFolder()
  const silent = net.createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as net.AddressInfo
  const server = startServer({ DATA_DIR, SMTP_URL: `smtp://127.0.0.1:${port}` })
  await server.ready()
  await inDatabase(
    DATA_DIR,
    `insert into "Mail" (id, recipient, subject, text) values (gen_random_uuid(), 'a@b.example', 'S', 'T')`,
  )
  const [socket] = (await once(silent, 'connection')) as [net.Socket]
  const limit = 5_000 * (await slowness())
  const begun = Date.now()
  expect(await server.stop()).toBe(0)
  expect(Date.now() - begun).toBeLessThan(limit)
  expect(postgresOf(DATA_DIR)).toBeNull()
  socket.destroy()
  silent.close()
})
