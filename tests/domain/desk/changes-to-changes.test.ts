import { expect, test } from 'vitest'
import type { Desk } from '@/lib/desk/desk-view'
import { inboxRows } from '@/lib/desk/inbox'
import { amendment, at, delegate, desk, proposal, session, until } from '@/tests/support/desk-facts'

const open = [session({ submission: until(20), comments: until(15), proposals: 3 })]
const rows = (given: Partial<Desk>) =>
  inboxRows(delegate(true), desk({ sessions: open, ...given })).filter(
    ({ kind }) => kind !== 'propose' && kind !== 'comment',
  )
const groups = (given: Partial<Desk>) => rows(given).map(({ kind, group }) => `${group} ${kind}`)
const ours = { delegationId: 'arvenia', name: 'Arvenia' }

test('asks whether we take in or decline a change to our change, until we have; of the author of the text nothing', () => {
  const ofOurs = amendment({
    number: 2,
    isOfText: false,
    amends: { ...ours, number: 1 },
  })
  const amendments = [amendment(ours), ofOurs]
  expect(groups({ proposals: [proposal({ amendments })] })).toEqual([
    'decide takeIn',
    'waiting waitDecision',
  ])
  expect(groups({ proposals: [proposal({ ...ours, amendments: [ofOurs] })] })).toEqual([])
  const declined = { ...ofOurs, amends: null, declined: { ...ours, at: at(12) } }
  const left = [amendment(ours), declined]
  expect(groups({ proposals: [proposal({ amendments: left })] })).toEqual(['waiting waitDecision'])
})

test('says that our change to a change waits, then that it was declined, until we look', () => {
  const doranta = { delegationId: 'doranta', name: 'Doranta' }
  const toDoranta = { ...ours, number: 2, isOfText: false }
  const waiting = amendment({ ...toDoranta, amends: { ...doranta, number: 1 } })
  const declined = amendment({ ...toDoranta, declined: { ...doranta, at: at(12) } })
  for (const given of [{}, ours]) {
    const of = (amendments: (typeof waiting)[], visit: Date | null = null) =>
      rows({
        proposals: [proposal({ ...given, amendments, visit: visit && { at: visit, revision: 1 } })],
      }).map(({ kind, states }) => [kind, ...states])
    expect(of([waiting])).toEqual([['waitDecision', 'Doranta']])
    expect(of([declined])).toEqual([['changeDeclined', 'Doranta']])
    expect(of([declined], at(13))).toEqual([])
  }
})
