import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markOf } from '@/components/comments/mark'
import { addressOfWords, wordsOfAddress } from '@/lib/comments/start'
import { threads, versions } from '@/lib/comments/threads'
import { translations } from '@/lib/messages'

type Row = {
  id: string
  parentId: string | null
  replacedById: string | null
  withdrawnAt: Date | null
}

/** Comments in the order of release: each new, a reply to an earlier one, or the replacement of one that counts. */
const rows = fc
  .array(
    fc.record({ kind: fc.constantFrom('new', 'reply', 'replaces', 'withdraws'), at: fc.nat() }),
    {
      maxLength: 30,
    },
  )
  .map((acts) => {
    const all: Row[] = []
    for (const { kind, at } of acts) {
      const counting = all.filter((comment) => !comment.replacedById && !comment.withdrawnAt)
      const chosen = counting[at % Math.max(1, counting.length)]
      const id = String(all.length)
      if (kind === 'withdraws') {
        if (chosen) chosen.withdrawnAt = new Date()
        continue
      }
      const parentId =
        kind === 'reply'
          ? (chosen?.id ?? null)
          : kind === 'replaces'
            ? (chosen?.parentId ?? null)
            : null
      if (kind === 'replaces' && chosen) chosen.replacedById = id
      all.push({ id, parentId, replacedById: null, withdrawnAt: null })
    }
    return all
  })

type Thread = ReturnType<typeof threads<Row>>[number]
const flat = (list: readonly Thread[]): Thread[] =>
  list.flatMap((comment) => [comment, ...flat(comment.replies)])

describe('threads', () => {
  test('hold each comment that has not ended once, and each version under the one that counts', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const shown = flat(threads(all))
        const latest = all.filter((comment) => comment.replacedById === null)
        expect(shown.map(({ id }) => id).toSorted()).toEqual(latest.map(({ id }) => id).toSorted())
        const kept = shown.flatMap((comment) => [
          comment.id,
          ...comment.earlier.map(({ id }) => id),
        ])
        expect(new Set(kept).size).toBe(kept.length)
        for (const { latest: last, earlier } of versions(all)) {
          const thread = shown.find(({ id }) => id === last.id)!
          expect(thread.earlier).toEqual(last.withdrawnAt ? [] : earlier)
        }
      }),
    )
  })

  test('put a reply to an earlier version under the one that counts', () => {
    const facts = { parentId: null, replacedById: null, withdrawnAt: null }
    const list = threads([
      { ...facts, id: 'a', replacedById: 'c' },
      { ...facts, id: 'b', parentId: 'a' },
      { ...facts, id: 'c' },
    ])
    expect(list).toMatchObject([{ id: 'c', earlier: [{ id: 'a' }], replies: [{ id: 'b' }] }])
  })
})

test('an address that names words gives them back, of the present revision alone', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.nat(), (text, from, length) => {
      const passageStart = from % text.length
      const passage = text.slice(passageStart, passageStart + 1 + length)
      const address = addressOfWords(3, { passage, passageStart })
      const there = passage.trim() === '' ? null : { passage, passageStart }
      expect(wordsOfAddress(address, { currentNumber: 3, text })).toEqual(there)
      expect(wordsOfAddress(address, { currentNumber: 4, text })).toBeNull()
    }),
  )
  for (const bad of ['', '3', '3.5', '3.-1-4', '3.9-2', 'x'])
    expect(wordsOfAddress(bad, { currentNumber: 3, text: 'Some words.' })).toBeNull()
})

test('a comment bears its category and position, and nothing for what was not said', () => {
  const t = translations('comments')
  const mark = (category: 'general' | 'editorial', position: 'supports' | 'none' | null) =>
    markOf(t, { category, position })
  expect(mark('editorial', 'supports')).toBe('Editorial · Supports')
  expect(mark('general', 'supports')).toBe('Supports')
  expect(mark('general', 'none')).toBe('General')
  expect(mark('editorial', null)).toBe('Editorial')
})
