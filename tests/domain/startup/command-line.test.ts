import { expect, test, vi } from 'vitest'
import { counted } from '@/scripts/stocktake/files'
import { runCommand } from '@/scripts/stocktake/run-command'

test.each([
  [[], 'Usage:'],
  [['export', '--session', 'x', '--format', 'odt', '--out', 'y'], 'There is no format "odt"'],
  [['import'], 'Give one file.'],
  [['promote'], 'There is no command "promote"'],
  [['invite', 'a@b.example', '--office', 'boss'], 'There is no office "boss"'],
  [['invite', 'a@b.example', '--ofice', 'chair'], '--ofice'],
  [['backup'], 'npm run stocktake -- backup'],
  [['restore'], 'npm run stocktake -- restore'],
  [['toString'], 'There is no command "toString"'],
  [['invite', 'ada@nowhere'], '"ada@nowhere" is not an e-mail address.'],
  [['invite', 'ada@arvenia.example', '--name', 'x'.repeat(201)], '--name: This is too long.'],
  [['import', 'none.csv'], 'The file cannot be read'],
  [['import', 'README.md', '--from', '2018-04-31'], '--from: Please give a date.'],
  [['import', 'README.md', '--ordinal', 'six'], '--ordinal: Please give a number'],
  [
    ['import', 'README.md', '--from', '2018-04-05', '--until', '2018-04-03'],
    '--until: The last day must not be before the first',
  ],
])('says how a command is written: %j', async (args, sentence) => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  expect(await runCommand(args)).toBe(2)
  const output = said.mock.calls.flat().join('\n')
  expect(output).toContain(sentence)
  expect(output).toContain('npm run stocktake -- ')
})

test.each([
  [['help'], 'stocktake -- restore'],
  [['--help'], 'stocktake -- invite'],
  [['export', '--help'], 'stocktake -- export --session'],
  [['backup', '-h'], 'stocktake -- backup FILE'],
])('shows how a command is written to whoever asks: %j', async (args, sentence) => {
  const said = vi.spyOn(console, 'log').mockReturnValue()
  expect(await runCommand(args)).toBe(0)
  expect(said.mock.calls.flat().join('\n')).toContain(sentence)
})

test('counts with the noun in the right number', () => {
  expect([0, 1, 2].map((count) => counted(count, 'item'))).toEqual(['0 items', '1 item', '2 items'])
})
