import { chownSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { canReach } from '@/lib/db/embedded/account'
import { placeOfCluster } from '@/lib/db/embedded/plan'
import { dataFolder, postgresOf, startServer } from '@/tests/support/machine'

const NOBODY = { uid: 65_534, gid: 65_534, name: 'nobody' }
const isRoot = process.getuid?.() === 0

test.runIf(isRoot)(
  'started by root, the database runs as another and the start says where',
  async () => {
    const DATA_DIR = dataFolder()
    const server = startServer({ DATA_DIR })
    await server.ready()
    expect(server.said()).toContain(`the data are in ${path.join(DATA_DIR, 'postgres')}`)
  },
)

test.runIf(isRoot)(
  'started by root in a folder that others can’t enter, the data go elsewhere',
  async () => {
    const DATA_DIR = dataFolder(0o700)
    const server = startServer({ DATA_DIR })
    await server.ready()
    const place = placeOfCluster(DATA_DIR)
    expect(place).not.toContain(DATA_DIR)
    expect(server.said()).toContain(`the data are in ${place}`)
    expect(await server.stop()).toBe(0)
    await startServer({ DATA_DIR }).ready()
    expect(placeOfCluster(DATA_DIR)).toBe(place)
  },
)

test.runIf(isRoot && canReach(NOBODY, process.cwd()))('started by an ordinary user', async () => {
  const DATA_DIR = path.join(dataFolder(), 'own')
  mkdirSync(DATA_DIR)
  chownSync(DATA_DIR, NOBODY.uid, NOBODY.gid)
  const server = startServer({ DATA_DIR }, NOBODY)
  await server.ready()
  expect(server.said()).not.toContain('root')
  expect(await server.stop()).toBe(0)
  expect(postgresOf(DATA_DIR)).toBeNull()
})
