import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { noteRunning } from '@/lib/startup/health'

const URL_OF_IT = 'https://list.example.org'

test('a running server leaves a note in its data folder and takes it away', () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'stocktake-note-')), 'data')
  const takeAway = noteRunning(folder, URL_OF_IT, undefined, 3000)
  const file = path.join(folder, 'server.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    url: URL_OF_IT,
    health: 'http://localhost:3000/healthz',
  })
  takeAway()
  expect(existsSync(file)).toBe(false)
})

test.runIf(process.platform === 'linux')(
  'it starts without a note where its user cannot write, as in a container',
  () => {
    const takeAway = noteRunning('/sys/stocktake', URL_OF_IT, undefined, 3000)
    expect(() => takeAway()).not.toThrow()
  },
)
