import { describe, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import { refused } from '@/lib/http/forms/form-answers'
import { refusalSentence } from '@/lib/http/forms/refusal-sentence'
import { translations } from '@/lib/messages'
import { files, read } from '@/tests/support/sources'

/** The problems of a sign-in have sentences of their own. */
const OWN_SENTENCES = ['lib/auth/sign-in/options.ts']

/** The keys that a source refuses with, where they stand in it as they are. */
const keysIn = (source: string): string[] =>
  [
    /(?:new Refused|refusal)\(\s*'[a-z-]+',\s*'([\w.]+)'/g,
    /(?:allowedIf|authorize)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*,\s*'([\w.]+)',?\s*\)/g,
  ].flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1]!))

describe('the sentence of a refusal', () => {
  test('is there for every key that a command or a policy refuses with', () => {
    const [refusals, invalid] = [translations('refusals'), translations('invalid')]
    const keys = files
      .filter((file) => !OWN_SENTENCES.includes(file))
      .flatMap((file) => keysIn(read(file)))
    expect(new Set(keys).size).toBeGreaterThan(300)
    expect(keys.filter((key) => !refusals.has(key) && !invalid.has(key))).toEqual([])
  })

  test('is that of the schema where a command refuses the same field', () => {
    const values = { meeting: '1st', hours: '10:00–13:00' }
    const refusal = new Refused('invalid', 'meetingOverlap', values, 'from')
    const sentence = 'The 1st meeting sits at that time: 10:00–13:00.'
    expect(refusalSentence(refusal)).toBe(sentence)
    expect(refused(refusal, {})).toMatchObject({ message: sentence, fields: { from: sentence } })
  })
})
