import path from 'node:path'
import { expect, test } from 'vitest'
import {
  dataFolder,
  filledFolder,
  postgresOf,
  startServer,
  stocktake,
} from '@/tests/support/machine'

test('backs up while the server runs, restores into a new folder, and over a database in use only if told to', async () => {
  const [DATA_DIR, secondFolder] = [filledFolder(), dataFolder()]
  const file = path.join(dataFolder(), 'backup.zip')
  const url = await startServer({ DATA_DIR }).ready()
  const made = await stocktake({ DATA_DIR }, 'backup', file)
  expect(made.output).toMatch(/rows of \d+ tables were written to .*backup\.zip, and read again/)
  expect(made.code).toBe(0)

  const restored = await stocktake({ DATA_DIR: secondFolder }, 'restore', file)
  expect(restored.output).toMatch(/tables were restored/)
  expect(restored.code).toBe(0)
  expect(postgresOf(secondFolder)).toBeNull()
  const second = startServer({ DATA_DIR: secondFolder })
  expect((await fetch(`${await second.ready()}/sign-in`)).status).toBe(200)

  const refused = await stocktake({ DATA_DIR }, 'restore', file)
  expect(refused.output).toContain('people or sessions')
  expect(refused.code).toBe(1)
  const replaced = await stocktake({ DATA_DIR }, 'restore', file, '--replace')
  expect(replaced.code).toBe(0)
  // The server that runs goes on with the restored data.
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect((await fetch(`${url}/sign-in`)).status).toBe(200)
})
