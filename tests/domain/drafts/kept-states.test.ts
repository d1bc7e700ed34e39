import { describe, expect, test } from 'vitest'
import type { DraftContent } from '@/lib/proposals/drafts/content'
import { isWorthKeeping } from '@/lib/proposals/drafts/kept-states'
import { documentFromText } from '@/lib/text/document/document'

const content = (text: string): DraftContent => ({
  body: documentFromText(text),
  explanation: '',
  originalLanguage: 'en',
  reason: '',
  kind: null,
  agendaItemId: null,
  onBehalfOfId: null,
})
const AT = new Date('2026-11-28T10:00:00Z')
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000)
const WORDS = 'Member States should share evidence without delay.'
const keeps = (before: string, after: string, { by = 'me', minutes = 1 } = {}) =>
  isWorthKeeping(
    { ...content(before), updatedAt: AT, updatedById: 'me' },
    content(after),
    by,
    later(minutes),
  )

describe('what stands in a draft is kept', () => {
  test.each<[string, boolean]>([
    ['when a colleague writes on', keeps(WORDS, `${WORDS} Soon.`, { by: 'colleague' })],
    ['when its writer comes back later', keeps(WORDS, `${WORDS} Soon.`, { minutes: 11 })],
    ['when it is emptied', keeps(WORDS, '')],
    ['when it becomes another text', keeps(WORDS, 'Victims should be heard in every case.')],
  ])('%s', (_, is) => {
    expect(is).toBe(true)
  })

  test.each<[string, boolean]>([
    ['while its writer goes on', keeps(WORDS, `${WORDS} Soon.`)],
    ['while its writer corrects a word', keeps(WORDS, WORDS.replace('share', 'exchange'))],
    ['where it is blank', keeps(' ', WORDS, { by: 'colleague' })],
    ['where nothing changes', keeps(WORDS, WORDS, { by: 'colleague', minutes: 60 })],
  ])('not %s', (_, is) => {
    expect(is).toBe(false)
  })
})
