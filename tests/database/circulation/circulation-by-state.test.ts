import { beforeAll, describe, expect, test } from 'vitest'
import { acceptLate, releaseComments, withdrawComment } from '@/lib/circulation/comments/commands'
import { discardDraft, keepDraft } from '@/lib/circulation/comments/drafts/commands'
import { askForLate, refuseLate } from '@/lib/circulation/comments/late/commands'
import { retractComment } from '@/lib/circulation/posting/commands'
import { db } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import { circulated } from '@/tests/support/circulating'
import { type Scenario, scenario } from '@/tests/support/scenario'

// The result of every act on a circulation's comment in every state. • the act is done; a letter is the refusal that
// the person reads.
const refusals: Record<string, string> = {
  C: 'circulationClosed',
  I: 'circulationClosedInHand',
  D: 'commentNoLongerDraft',
  E: 'commentEnded',
  N: 'notFound',
  O: 'circulationStillOpen',
  P: 'commentNotPosted',
  R: 'released before',
}

const states = [
  'in hand',
  'discarded',
  'released',
  'replaced',
  'withdrawn',
  'in hand after the deadline',
  'handed over',
  'refused as late',
  'posted',
  'retracted',
] as const

// biome-ignore format: it is read as a table
const table: [act: string, cells: string][] = [
  // in hand, discarded, released, replaced, withdrawn | after the deadline: in hand, handed, refused, posted, retracted
  ['keep it',                       '•DDDD|•DDDD'],
  ['discard it',                    '•NNNN|•NNNN'],
  ['release it',                    '•DRRR|IDDRR'],
  ['replace it',                    'NN•EE|NNNII'],
  ['withdraw it',                   'NN•EE|NNNCE'],
  ['retract it',                    'NNPPE|NNN•E'],
  ['ask to accept it as late',      'ODDDD|•••DD'],
  ['accept it as late',             'NNNNN|N•DNN'],
  ['refuse it as late',             'NNNNN|N•DNN'],
]

let cast: Scenario
beforeAll(async () => {
  cast = await scenario({ kind: 'stockTaking' })
})

type Sent = Awaited<ReturnType<typeof circulated>>

/** A comment of Arvenia in this state. */
async function commentIn(state: (typeof states)[number]): Promise<{ sent: Sent; id: string }> {
  const { head } = cast.arvenia
  const sent = await circulated(cast)
  const { id } = await keepDraft(head, sent.draft())
  const releaseInput = { circulationId: sent.id, ids: [id] }
  if (state === 'discarded') await discardDraft(head, { id })
  if (['released', 'replaced', 'withdrawn', 'posted', 'retracted'].includes(state))
    await releaseComments(head, releaseInput)
  if (state === 'replaced') {
    const later = await keepDraft(head, sent.draft({ position: 'reserves' }))
    await releaseComments(head, { ...releaseInput, ids: [later.id] })
  }
  if (state === 'withdrawn') await withdrawComment(head, { id })
  if (states.indexOf(state) > 4) await sent.closes(0)
  if (state === 'handed over' || state === 'refused as late') await askForLate(head, releaseInput)
  if (state === 'refused as late')
    await refuseLate(cast.secretariat, { ...releaseInput, reason: 'Late.' })
  if (state === 'retracted') await retractComment(head, { id })
  return { sent, id }
}

const acts: Record<string, (at: { sent: Sent; id: string }) => Promise<unknown>> = {
  'keep it': ({ sent, id }) =>
    keepDraft(cast.arvenia.head, sent.draft({ id, text: 'Other.', version: 1 })),
  'discard it': ({ id }) => discardDraft(cast.arvenia.head, { id }),
  'release it': async ({ sent, id }) => {
    const before = await db.circulationRelease.count()
    await releaseComments(cast.arvenia.head, { circulationId: sent.id, ids: [id] })
    if ((await db.circulationRelease.count()) === before) throw new Refused('conflict', 'R')
  },
  'replace it': async ({ sent, id }) => {
    const next = sent.draft({ replacesId: id, position: 'none' })
    await keepDraft(cast.arvenia.head, next)
    await releaseComments(cast.arvenia.head, { circulationId: sent.id, ids: [next.id] })
  },
  'withdraw it': ({ id }) => withdrawComment(cast.arvenia.head, { id }),
  'retract it': ({ id }) => retractComment(cast.secretariat, { id }),
  'ask to accept it as late': ({ sent, id }) =>
    askForLate(cast.arvenia.head, { circulationId: sent.id, ids: [id] }),
  'accept it as late': ({ sent, id }) =>
    acceptLate(cast.secretariat, { circulationId: sent.id, ids: [id] }),
  'refuse it as late': ({ sent, id }) =>
    refuseLate(cast.secretariat, { circulationId: sent.id, ids: [id], reason: 'Late.' }),
}

const cellOf = async (act: string, state: (typeof states)[number]): Promise<string> => {
  const at = await commentIn(state)
  const answer = await acts[act]!(at).then(
    () => '•',
    (error: unknown) => {
      if (!(error instanceof Refused)) throw error
      return error.key
    },
  )
  if (answer === '•' || answer === 'R') return answer
  const letter = Object.keys(refusals).find((candidate) => refusals[candidate] === answer)
  return letter ?? answer
}

describe('what an act does in each state of a comment on a circulated list', () => {
  test.each(table)('%s', async (act, cells) => {
    const found: string[] = []
    for (const state of states) found.push(await cellOf(act, state))
    expect(`${found.slice(0, 5).join('')}|${found.slice(5).join('')}`).toBe(cells)
  })

  test('has a row for each act and each letter of it has a sentence', () => {
    expect(table.map(([act]) => act)).toEqual(Object.keys(acts))
  })
})
