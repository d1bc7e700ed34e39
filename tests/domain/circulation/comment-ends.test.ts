import { expect, test } from 'vitest'
import { endSentences } from '@/lib/circulation/compilation/ends'

const at = new Date('2026-11-30T12:00:00Z')
const comment = {
  name: 'Belmara',
  retractedAt: null,
  retractedBy: 'secretariat' as const,
  withdrawnAt: null,
}

test('a retraction names who retracted, a withdrawal the commenter, both the time at the seat', () => {
  expect(endSentences(comment)).toEqual([])
  expect(endSentences({ ...comment, retractedAt: at })).toEqual([
    'Retracted by the Secretariat on 30 November 2026, 13:00 (Vienna time). It no longer counts.',
  ])
  expect(endSentences({ ...comment, retractedAt: at, retractedBy: 'delegation' })).toEqual([
    'Retracted by Belmara on 30 November 2026, 13:00 (Vienna time). It no longer counts.',
  ])
  expect(endSentences({ ...comment, withdrawnAt: at })).toEqual([
    'Withdrawn by Belmara on 30 November 2026, 13:00 (Vienna time). It no longer counts.',
  ])
})
