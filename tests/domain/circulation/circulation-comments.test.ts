import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentPositions } from '@/lib/comments/kinds'
import { isStated } from '@/lib/circulation/comments/kinds'
import { byCommenter, commenterGroups, groupOf } from '@/lib/circulation/comments/order'
import { type InHand, readyForRelease } from '@/lib/circulation/comments/ready'
import { draftToContinue } from '@/lib/circulation/comments/reading/start'
import { type DraftView, progressOf, withLook } from '@/lib/circulation/comments/reading/views'
import { isPosted, postedFrom, postingRules, wasPosted } from '@/lib/circulation/posting/posted'
import { entityKinds } from '@/lib/delegations/kinds'
import { Refused } from '@/lib/errors'
import { documentFromText } from '@/lib/text/document/document'

const at = fc.date({
  min: new Date('2021-01-01'),
  max: new Date('2021-12-31'),
  noInvalidDate: true,
})
const posting = fc.record({
  postingRule: fc.constantFrom(...postingRules),
  openedAt: fc.option(at),
  openUntil: at,
  postAt: fc.option(at),
})

describe('the rule of posting', () => {
  test('once a circulation is posted it stays posted, and before its time nothing is', () => {
    fc.assert(
      fc.property(posting, at, at, (circulation, time, otherTime) => {
        const [earlier, later] = time <= otherTime ? [time, otherTime] : [otherTime, time]
        if (isPosted(circulation, earlier)) expect(isPosted(circulation, later)).toBe(true)
        const from = postedFrom(circulation)
        if (from === null || earlier < from) expect(isPosted(circulation, earlier)).toBe(false)
        if (circulation.openedAt === null) expect(isPosted(circulation, later)).toBe(false)
      }),
    )
  })

  test('a comment that ended before the posting never was public; one that ended after it was', () => {
    fc.assert(
      fc.property(posting, at, at, (circulation, endedAt, now) => {
        const from = postedFrom(circulation)
        const was = wasPosted(circulation, { endedAt }, now)
        expect(was).toBe(isPosted(circulation, now) && from !== null && endedAt >= from)
        expect(wasPosted(circulation, { endedAt: null }, now)).toBe(isPosted(circulation, now))
      }),
    )
  })
})

describe('the order of print', () => {
  const commenter = fc.record({
    kind: fc.constantFrom(...entityKinds),
    sortKey: fc.stringMatching(/^[a-z]{1,8}$/),
  })

  test('has Member States first, then observer States, intergovernmental bodies and others, by name', () => {
    fc.assert(
      fc.property(fc.array(commenter), (all) => {
        const sorted = all.toSorted(byCommenter)
        const groups = sorted.map(({ kind }) => commenterGroups.indexOf(groupOf(kind)))
        expect(groups).toEqual(groups.toSorted((a, b) => a - b))
        for (const [index, next] of sorted.slice(1).entries())
          if (groups[index] === groups[index + 1])
            expect(sorted[index]!.sortKey <= next.sortKey).toBe(true)
      }),
    )
  })
})

describe('the reading page', () => {
  const listed = (id: string) => ({
    id,
    number: id,
    importedNumber: null,
    isLookedAt: false,
    inHand: 0,
    released: 0,
  })

  test('counts the item that is read among those that were looked at', () => {
    const list = { id: 'l', symbol: '', slug: '', ordinal: 4, eventWord: 'session' }
    const lists = [
      { ...list, headings: [{ id: 'h', title: 'H', items: [listed('a'), listed('b')] }] },
    ]
    expect(progressOf(lists).looked).toBe(0)
    expect(progressOf(withLook(lists, 'b'))).toEqual({ ...progressOf(lists), looked: 1 })
  })

  test('goes on with the latest draft of the person on the same matter, and with no other', () => {
    const about = { target: 'item' as const, itemId: 'a', listId: null, headingId: null }
    const draft = (id: string, fields: Partial<DraftView> = {}) =>
      ({
        ...about,
        id,
        writtenById: 'me',
        replacesId: null,
        updatedAt: new Date('2021-01-01'),
        discardedAt: null,
        handedAt: null,
        lateRefusedAt: null,
        ...fields,
      }) as DraftView
    const later = { updatedAt: new Date('2021-02-01') }
    const drafts = [
      draft('earlier'),
      draft('mine', later),
      draft('colleague', { ...later, writtenById: 'other' }),
      draft('elsewhere', { ...later, itemId: 'b' }),
      draft('replacement', { ...later, replacesId: 'c' }),
      draft('discarded', { ...later, discardedAt: new Date() }),
      draft('handed', { ...later, handedAt: new Date() }),
    ]
    expect(draftToContinue(drafts, 'me', about)?.id).toBe('mine')
    expect(draftToContinue(drafts.slice(2), 'me', about)).toBeUndefined()
  })
})

describe('a release', () => {
  const TEXT = 'Member States should share electronic evidence.'
  const item = {
    id: 'item',
    listId: 'list',
    name: 'List of the fourth session, Criminalization, para. 1 (a)',
    language: 'en',
    text: TEXT,
    body: documentFromText(TEXT),
  }
  const items = new Map([['item', item]])
  const inHand = (about: Partial<InHand> = {}): InHand => ({
    id: 'draft',
    target: 'item',
    listId: null,
    headingId: null,
    itemId: 'item',
    subject: '',
    passage: '',
    passageStart: null,
    category: 'general',
    position: 'supports',
    language: 'en',
    text: '',
    wording: null,
    ...about,
  })
  const state = { kind: 'memberState' as const, observersMayTakePosition: true }
  const ready = (drafts: readonly InHand[], kind = state) => readyForRelease(drafts, items, kind)

  test('keeps every word as it was written, and the passage where it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(...commentPositions),
        (text, start, position) => {
          const passage = TEXT.slice(start, start + 6)
          const [comment] = ready([inHand({ text, position, passage, passageStart: start })])
          expect(comment).toMatchObject({ text, position })
          if (passage.trim() === '') return
          const { passageStart, passageEnd, passageText } = comment!
          expect(TEXT.slice(passageStart!, passageEnd!)).toBe(passageText)
          expect(passageText).toBe(passage.trim())
        },
      ),
    )
  })

  test('has one stated position on an item, however many drafts there are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commentPositions), { maxLength: 5 }), (positions) => {
        const drafts = positions.map((position, n) =>
          inHand({ id: String(n), position, text: 'Words.' }),
        )
        const stated = positions.filter(isStated).length
        const release = () => ready(drafts)
        if (stated > 1) expect(release).toThrow(Refused)
        else expect(release()).toHaveLength(positions.length)
      }),
    )
  })

  test('names the item and its list where it is refused', () => {
    const refusal = (...drafts: InHand[]) => {
      try {
        ready(drafts)
      } catch (error) {
        return (error as Refused).values
      }
      return null
    }
    const named = { item: item.name }
    expect(refusal(inHand({ position: null }))).toEqual(named)
    expect(refusal(inHand(), inHand({ id: 'other' }))).toEqual(named)
  })

  test('of an observer states no position where the group closes it, and asks', () => {
    const closed = { kind: 'observerState', observersMayTakePosition: false } as never
    for (const position of commentPositions) {
      const release = () => ready([inHand({ position, text: 'Words.' })], closed)
      if (isStated(position)) expect(release).toThrow('positionNotForObservers')
      else expect(release()).toHaveLength(1)
    }
  })
})
