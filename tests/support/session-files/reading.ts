import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'
import { previewSessionFile } from '@/lib/meetings/session-file/commands'
import { faultSentence } from '@/lib/meetings/session-file/read'

export type Json = Record<string, unknown>
export const jsonOf = (file: string): Json =>
  JSON.parse(readFileSync(path.resolve(file), 'utf8')) as Json
export const sixth = () => jsonOf('data/sixth-session.json')
export const second = () => jsonOf('tests/support/session-files/second-session.json')
export const preview = (json: unknown) => previewSessionFile(Buffer.from(JSON.stringify(json)))

/** The parsed file; the test fails if it has faults. */
export async function read(json: unknown) {
  const { file, faults } = await preview(json)
  expect(faults.map(faultSentence)).toEqual([])
  return file!
}
export const sentencesOf = async (json: unknown) => (await preview(json)).faults.map(faultSentence)
