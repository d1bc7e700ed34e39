import { expect, test, vi } from 'vitest'
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
])('says how a command is written: %j', async (args, sentence) => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  expect(await runCommand(args)).toBe(2)
  const output = said.mock.calls.flat().join('\n')
  expect(output).toContain(sentence)
  expect(output).toContain('npm run stocktake -- ')
})
