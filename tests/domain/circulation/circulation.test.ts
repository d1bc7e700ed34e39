import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addresseeState, type SentMail } from '@/lib/circulation/addressees/state'
import { beforeOpening, letterShown } from '@/lib/circulation/before-opening'
import {
  type MergeField,
  mergeFields,
  mergeLetter,
  unknownFields,
} from '@/lib/circulation/merge-fields'
import { CreateCirculation } from '@/lib/circulation/schema'
import { reminderDue } from '@/lib/circulation/reminders/due'

const DAY = 24 * 3_600_000
const at = (days: number) => new Date(Date.UTC(2021, 0, 18, 12) + days * DAY)

describe('the merge fields of a letter', () => {
  const values = Object.fromEntries(mergeFields.map((field) => [field, `{${field}}!`])) as Record<
    MergeField,
    string
  >

  test('are filled in, and nothing that a value says is filled in again', () => {
    expect(mergeLetter('To {name} until {deadline}.', values)).toBe('To {name}! until {deadline}!.')
    expect(mergeLetter('{other} stays', values)).toBe('{other} stays')
  })

  test('are named where they are unknown, each once', () => {
    expect(unknownFields('{name} {symbol} {Name} {symbol} {}')).toEqual(['symbol', 'Name', ''])
  })

  test('leave a letter without braces as it is', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const letter = typed.replaceAll(/[{}]/g, '')
        expect(mergeLetter(letter, values)).toBe(letter)
        expect(unknownFields(letter)).toEqual([])
      }),
    )
  })
})

describe('a reminder', () => {
  const circulation = { openedAt: at(0), openUntil: at(60), remindDays: [14, 3, 1] }

  test('is due from its hour until that of the next; after an outage only the latest', () => {
    const due = (days: number) => reminderDue(circulation, at(days))
    expect([0, 45.9, 46, 56.9, 57, 58.9, 59, 59.9, 60].map(due)).toEqual([
      null,
      null,
      14,
      14,
      3,
      3,
      1,
      1,
      null,
    ])
  })

  test('whose hour had passed before the opening is not sent', () => {
    expect(reminderDue({ ...circulation, openedAt: at(50) }, at(51))).toBeNull()
    expect(reminderDue({ ...circulation, openedAt: at(50) }, at(57))).toBe(3)
  })
})

describe('an addressee', () => {
  const facts = { mails: [], firstOpenedAt: null, hasInHand: false, answers: 0 }
  const sent: SentMail = { sentAt: at(1), attempts: 1, lastError: null }
  const lost: SentMail = { sentAt: null, attempts: 14, lastError: 'No such user' }
  const waiting: SentMail = { sentAt: null, attempts: 2, lastError: 'Try again' }

  test('is as far as the furthest of what happened', () => {
    expect(addresseeState(facts)).toBe('notWritten')
    expect(addresseeState({ ...facts, mails: [lost] })).toBe('bounced')
    expect(addresseeState({ ...facts, mails: [lost, sent] })).toBe('written')
    expect(addresseeState({ ...facts, mails: [waiting] })).toBe('written')
    expect(addresseeState({ ...facts, mails: [lost], firstOpenedAt: at(2) })).toBe('opened')
    expect(addresseeState({ ...facts, firstOpenedAt: at(2), hasInHand: true })).toBe('inHand')
    expect(addresseeState({ ...facts, hasInHand: true, answers: 2 })).toBe('answered')
  })
})

describe('before the opening', () => {
  const asked = [{ name: 'Arvenia', contacts: ['one', 'two'] }]
  const prepared = {
    openUntil: at(30),
    postAt: null,
    startsOn: new Date('2021-04-06'),
    timeZone: 'Europe/Vienna',
    addressees: asked,
  }

  test('the letters are counted and what is odd is named', () => {
    const check = beforeOpening(
      { ...prepared, addressees: [...asked, { name: 'Belmara', contacts: [] }] },
      at(0),
    )
    expect(check).toEqual({
      letters: 2,
      withoutContact: ['Belmara'],
      onWeekend: false,
      isShort: false,
      postedBefore: null,
      afterFirstDay: null,
      hinders: null,
    })
  })

  test('a posting before the deadline is pointed out', () => {
    expect(beforeOpening({ ...prepared, postAt: at(29) }, at(0)).postedBefore).toEqual(at(29))
    expect(beforeOpening({ ...prepared, postAt: at(31) }, at(0)).postedBefore).toBeNull()
  })

  test('a deadline that is not before the first day of the session is pointed out', () => {
    const startsOn = new Date('2021-02-17')
    const on = (openUntil: string) =>
      beforeOpening({ ...prepared, startsOn, openUntil: new Date(openUntil) }, at(0)).afterFirstDay
    expect(on('2021-02-16T22:59:00Z')).toBeNull()
    // Midnight in Vienna.
    expect(on('2021-02-16T23:00:00Z')).toEqual(startsOn)
    expect(on('2021-03-20T11:00:00Z')).toEqual(startsOn)
  })

  test('the letter that is shown is one that goes out', () => {
    const addressees = [
      { delegationId: 'a', contacts: [] },
      { delegationId: 'b', contacts: [1] },
      { delegationId: 'c', contacts: [1] },
    ]
    const shown = (given: typeof addressees, wanted?: string) => {
      const { to, choices } = letterShown(given, wanted)
      return [to?.delegationId, ...choices.map(({ delegationId }) => delegationId)]
    }
    expect(shown(addressees)).toEqual(['b', 'b', 'c'])
    expect(shown(addressees, 'c')).toEqual(['c', 'b', 'c'])
    expect(shown(addressees, 'a')).toEqual(['b', 'b', 'c'])
    // Nobody is written to: the letter can be read all the same, as whoever is named later gets it.
    expect(shown(addressees.slice(0, 1))).toEqual(['a', 'a'])
    expect(shown([])).toEqual([undefined])
  })

  test('the weekend is that of the seat', () => {
    // Friday, 23:30 in UTC is Saturday in Vienna.
    const openUntil = new Date('2021-02-19T23:30:00Z')
    expect(beforeOpening({ ...prepared, openUntil }, at(0)).onWeekend).toBe(true)
    expect(
      beforeOpening({ ...prepared, openUntil, timeZone: 'America/New_York' }, at(0)).onWeekend,
    ).toBe(false)
  })

  test('a deadline that has passed and a circulation to nobody are hindered', () => {
    expect(beforeOpening(prepared, at(30)).hinders).toBe('deadlinePassed')
    expect(beforeOpening({ ...prepared, addressees: [] }, at(0)).hinders).toBe('noAddressees')
  })
})

describe('what is typed of a circulation', () => {
  const typed = {
    id: '0196a3f0-0000-7000-8000-000000000001',
    slug: 'seventh',
    title: 'Comments',
    letter: 'Please comment until {deadline}: {address}',
    languages: ['en'],
    lists: ['0196a3f0-0000-7000-8000-000000000002'],
    postingRule: 'atDeadline',
    openUntil: '2021-04-01T18:00',
    remindDays: '3, 14; 3',
  }
  const faults = (change: object) =>
    CreateCirculation.safeParse({ ...typed, ...change }).error?.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    )

  test('is read with each reminder once, the earliest first', () => {
    const read = CreateCirculation.parse(typed)
    expect(read).toMatchObject({ remindDays: [14, 3], postAt: null })
    expect(read.openUntil.toISOString()).toBe('2021-04-01T16:00:00.000Z')
  })

  test('is refused with a sentence for each fault', () => {
    expect(faults({ letter: 'Until {deadline}: {address} {symbol}' })).toEqual([
      'letter: mergeField',
    ])
    expect(faults({ letter: 'Please comment.' })).toEqual(['letter: letterWithout'])
    expect(faults({ lists: undefined })).toEqual(['lists: chooseList'])
    expect(faults({ remindDays: '0, 14' })).toEqual(['remindDays: remindDays'])
    expect(faults({ postingRule: 'atDate' })).toEqual(['postAt: postDate'])
    expect(faults({ openUntil: '2021-03-28T02:30' })).toEqual(['openUntil: hourSkipped'])
  })
})
