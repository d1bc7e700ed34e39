import { expect, test } from 'vitest'
import { dataFolder, postgresOf, startServer } from '@/tests/support/machine'

async function stocktake(env: Record<string, string>, ...args: string[]) {
  const program = startServer(env, {
    command: [process.execPath, 'scripts/stocktake.cjs', ...args],
  })
  return { code: await program.ended(), said: program.said() }
}

test('invites the first Secretariat while the server runs, with a link to that server', async () => {
  const DATA_DIR = dataFolder()
  const url = await startServer({ DATA_DIR }).ready()
  const args = ['invite', 'First.Person@example.org', '--office', 'secretariat']
  const { code, said } = await stocktake({ DATA_DIR }, ...args)
  expect(said).toContain(`${url}/`)
  expect(code).toBe(0)
})

test('invites while no server runs, and leaves no database running', async () => {
  const DATA_DIR = dataFolder()
  const { code, said } = await stocktake({ DATA_DIR }, 'invite', 'first.person@example.org')
  expect(said).toContain('is invited')
  expect(code).toBe(0)
  expect(postgresOf(DATA_DIR)).toBeNull()
})

test.each([
  [[], 'Usage:'],
  [['promote'], 'There is no command "promote"'],
  [['invite', 'nobody'], 'is not an e-mail address'],
  [['invite', 'a@b.example', '--office', 'boss'], 'There is no office "boss"'],
  [['invite', 'a@b.example', '--ofice', 'chair'], '--ofice'],
])('says how a command is written: %j', async (args, sentence) => {
  const { code, said } = await stocktake({ DATA_DIR: dataFolder() }, ...args)
  expect(said).toContain(sentence)
  expect(said).toContain('npm run stocktake -- ')
  expect(code).toBe(2)
})
