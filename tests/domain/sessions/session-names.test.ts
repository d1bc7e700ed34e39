import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sessionInSentence, sessionName } from '@/lib/sessions/session-view'

const sixth = { ordinal: 6, eventWord: 'session' }

test('the name of a session has a capital letter alone, and a small one within a sentence', () => {
  expect(sessionName(sixth)).toBe('Sixth session')
  expect(sessionInSentence(sixth)).toBe('sixth session')
})

test('no sentence of the interface has the name of a session with a capital letter within it', () => {
  const files = ['app', 'components', 'lib'].flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('lib/db/generated/')),
  )
  const wrong = files.filter((file) =>
    /\bt\w*\('[^']+', \{[^}]*\bsessionName\(/.test(readFileSync(file, 'utf8')),
  )
  expect(wrong).toEqual([])
})
