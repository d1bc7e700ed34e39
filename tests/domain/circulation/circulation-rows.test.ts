import { describe, expect, test } from 'vitest'
import type { DeskCirculation } from '@/lib/desk/desk-view'
import { inboxRows } from '@/lib/desk/inbox'
import { translations } from '@/lib/messages'
import { at, delegate, desk, until } from '@/tests/support/desk-facts'

const circulation = (given: Partial<DeskCirculation> = {}): DeskCirculation => ({
  id: 'c',
  sessionId: 'seventh',
  slug: 'seventh',
  ordinal: 7,
  eventWord: 'session',
  title: 'Lists',
  openedAt: at(8),
  openUntil: until(20).until,
  period: until(20),
  delegation: 'Arvenia',
  maySubmit: true,
  items: 38,
  looked: 12,
  inHand: 0,
  inHandAt: null,
  late: 0,
  lateAt: null,
  papers: 0,
  papersAt: null,
  requests: null,
  ...given,
})
const rows = (given: Partial<DeskCirculation>) =>
  inboxRows(delegate(true), desk({ sessions: [], circulations: [circulation(given)] }))
const groups = (given: Partial<DeskCirculation>) =>
  rows(given).map(({ kind, group }) => `${group} ${kind}`)

test('every row of a circulation names it, as a session may have several', () => {
  const t = translations('inbox.rows')
  const lateAt = at(9)
  const given = {
    inHand: 1,
    inHandAt: at(8),
    late: 1,
    lateAt,
    papers: 1,
    papersAt: lateAt,
    requests: { count: 1, latest: lateAt },
  }
  const all = [given, { ...given, maySubmit: false }, { ...given, period: null }]
  for (const { kind, values } of all.flatMap(rows))
    expect(t(kind as 'decideLate', values)).toContain(String(values.title))
})

describe('an open circulation', () => {
  test('says how far the delegation has read, until it has looked at all', () => {
    const [row] = rows({})
    expect(row).toMatchObject({
      kind: 'readCirculated',
      values: { count: 26, total: 38, looked: 12 },
      href: '/sessions/seventh/circulation/c',
    })
    expect(groups({ looked: 38 })).toEqual([])
    expect(groups({ delegation: null })).toEqual([])
  })

  test('has comments in hand to release, or to wait for', () => {
    const held = { looked: 38, inHand: 2, inHandAt: at(9) }
    expect(rows(held)).toMatchObject([
      { kind: 'releaseCirculated', href: '/sessions/seventh/circulation/c/in-hand' },
    ])
    expect(groups({ ...held, maySubmit: false })).toEqual(['waiting waitCirculated'])
  })

  test('that closed says what stayed in hand, once, to whoever may submit', () => {
    const closed = { period: null, openUntil: at(9), inHand: 1, inHandAt: at(8) }
    expect(rows(closed)).toMatchObject([{ kind: 'circulationUnsent', dismissible: true }])
    expect(groups({ ...closed, maySubmit: false })).toEqual([])
  })

  test('tells the Secretariat of late comments that wait', () => {
    expect(groups({ delegation: null, period: null, late: 3, lateAt: at(9) })).toEqual([
      'decide decideLate',
    ])
  })

  test('tells it of papers that it has not finished, also after the deadline', () => {
    expect(groups({ delegation: null, period: null, papers: 2, papersAt: at(9) })).toEqual([
      'decide finishPapers',
    ])
  })

  test('tells it of stakeholders who ask to take part', () => {
    const requests = { count: 2, latest: at(9) }
    expect(groups({ delegation: null, requests })).toEqual(['decide decideRequests'])
  })
})
