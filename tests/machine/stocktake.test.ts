import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  dataFolder,
  filledFolder,
  postgresOf,
  startServer,
  stocktake,
} from '@/tests/support/machine'

test('invites the first Secretariat while the server runs, with a link to that server', async () => {
  const DATA_DIR = filledFolder()
  const url = await startServer({ DATA_DIR }).ready()
  const args = ['invite', 'First.Person@example.org', '--office', 'secretariat']
  const { code, output } = await stocktake({ DATA_DIR }, ...args)
  expect(output).toContain(`${url}/`)
  expect(code).toBe(0)
})

test('invites while no server runs, and leaves no database running', async () => {
  const DATA_DIR = dataFolder()
  const { code, output } = await stocktake({ DATA_DIR }, 'invite', 'first.person@example.org')
  expect(output).toContain('is invited')
  expect(code).toBe(0)
  expect(postgresOf(DATA_DIR)).toBeNull()
})

test('imports a past list and writes it out again while the server runs; a bad one line by line', async () => {
  const DATA_DIR = filledFolder()
  await startServer({ DATA_DIR }).ready()
  const folder = mkdtempSync(path.join(tmpdir(), 'stocktake-lists-'))
  const file = (name: string) => path.join(folder, name)
  const header = 'number,heading,kind,language,text,by'
  writeFileSync(file('good.csv'), `${header}\n1,Prevention,,,Teach it.,Arvenia; Belmara\n`)
  writeFileSync(file('bad.csv'), `${header}\n1,Prevention,,,Teach it.,Atlantis\n1,,,,,\n`)
  const session = [
    '--ordinal',
    '2',
    '--place',
    'Vienna',
    '--from',
    '2013-02-25',
    '--until',
    '2013-02-28',
  ]

  const bad = await stocktake({ DATA_DIR }, 'import', file('bad.csv'), ...session)
  expect(bad.output).toContain('Line 2: No State has the name “Atlantis”.')
  expect(bad.output).toContain('Line 3: The text is empty.')
  expect(bad.code).toBe(2)

  const kept = await stocktake({ DATA_DIR }, 'import', file('good.csv'), ...session)
  expect(kept.output).toContain('1 item kept as a draft')
  expect(kept.output).toContain('/imports/')
  const good = await stocktake({ DATA_DIR }, 'import', file('good.csv'), ...session, '--issue')
  expect(good.output).toContain('/sessions/imported-2-2013')
  expect(good.code).toBe(0)
  const args = ['export', '--session', 'imported-2-2013', '--format']
  const once = await stocktake({ DATA_DIR }, ...args, 'docx', '--out', file('one.docx'))
  expect(once.output).toContain('1 item written')
  const nowhere = await stocktake({ DATA_DIR }, ...args, 'docx', '--out', file('none/one.docx'))
  expect(nowhere.output).toContain('The file cannot be read or written: ENOENT')
  expect(nowhere.output).not.toContain('at Object')
  expect(nowhere.code).toBe(2)
  await stocktake({ DATA_DIR }, ...args, 'docx', '--out', file('two.docx'))
  expect(readFileSync(file('one.docx')).equals(readFileSync(file('two.docx')))).toBe(true)
  await stocktake({ DATA_DIR }, ...args, 'csv', '--out', file('one.csv'))
  expect(readFileSync(file('one.csv'), 'utf8')).toContain('Teach it.,Arvenia; Belmara')
})

test('says how a command is written, and ends with 2', async () => {
  const { code, output } = await stocktake({ DATA_DIR: dataFolder() }, 'invite', 'nobody')
  expect(output).toContain('"nobody" is not an e-mail address.')
  expect(output).toContain('npm run stocktake -- invite EMAIL')
  expect(code).toBe(2)
})

test('names the sessions and circulations that there are, and a folder that is not there', async () => {
  const DATA_DIR = filledFolder()
  await startServer({ DATA_DIR }).ready()
  const wanted = ['--format', 'json', '--out', path.join(DATA_DIR, 'none', 'file.json')]
  const noSession = await stocktake({ DATA_DIR }, 'report', '--session', 'sixth', ...wanted)
  expect(noSession.output).toContain('There is no session "sixth".')
  expect(noSession.output).toContain('  sixth-session-2020')
  expect(noSession.code).toBe(1)
  const noCirculation = await stocktake({ DATA_DIR }, 'comments', '--circulation', 'x', ...wanted)
  const [, id = ''] = /^ {2}([0-9a-f-]{36}) \(/m.exec(noCirculation.output) ?? []
  expect(noCirculation.code).toBe(1)
  const nowhere = await stocktake({ DATA_DIR }, 'comments', '--circulation', id, ...wanted)
  expect(nowhere.output).toContain('The file cannot be read or written: ENOENT')
  expect(nowhere.code).toBe(2)
})

const NOBODY = { uid: 65_534, gid: 65_534, encoding: 'utf8' } as const
const readsTheFolder = () =>
  spawnSync(process.execPath, ['-e', "require('fs').readFileSync('package.json')"], NOBODY)
    .status === 0

test.runIf(process.getuid?.() === 0 && readsTheFolder())(
  'runs for a user who may read the folder of a build and write nothing in it',
  () => {
    const program = spawnSync(process.execPath, ['scripts/stocktake.cjs', 'help'], NOBODY)
    expect(program).toMatchObject({ status: 0, stderr: '' })
    expect(program.stdout).toContain('npm run stocktake -- invite EMAIL')
  },
)
