import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answerAmendment, coSponsorAmendment } from '@/lib/amendments/act-commands'
import { releaseAmendmentDraft } from '@/lib/amendments/commands'
import { saveAmendmentDraft } from '@/lib/amendments/drafts/commands'
import { releaseComment } from '@/lib/comments/commands'
import { saveCommentDraft } from '@/lib/comments/draft-commands'
import { db } from '@/lib/db/client'
import { Refused } from '@/lib/errors'
import {
  coSponsorProposal,
  leaveCoSponsorship,
  withdrawProposal,
} from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import { saveDraft, startDraft, startRevision } from '@/lib/proposals/drafts/commands'
import { closePeriod } from '@/lib/sessions/periods/commands'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { releaseAmendment } from '@/tests/support/release-amendment'

// When may it be done? One row an act, one column a phase of the session; • done, · refused as closed.
//   before: neither period was opened · open · late: one second past both deadlines · closed: by the Secretariat ·
//   waited: one second past both deadlines, by a request that had arrived half a second before them
const phases = ['before', 'open', 'late', 'closed', 'waited'] as const
type Phase = (typeof phases)[number]

const TEXT = 'Member States should share evidence.'
const draftOf = (cast: Scenario, draft: { id: string }, text: string, version = 1) => ({
  id: draft.id,
  version,
  kind: 'recommendation' as const,
  agendaItemId: cast.agenda['2']!,
  body: '',
  text,
  explanation: '',
  originalLanguage: 'en' as const,
  reason: 'Clearer.',
})

/** A session in the phase, with a proposal of Arvenia that was submitted while it was open. */
async function inPhase(phase: Phase) {
  const cast = await scenario()
  const actor = cast.arvenia.head
  const draft = await startDraft(actor, { sessionId: cast.session.id })
  const { version } = await saveDraft(actor, draftOf(cast, draft, TEXT))
  const { proposalId } = await submitDraft(actor, { id: draft.id, version })
  await coSponsorProposal(cast.corvina.head, { proposalId, revisionNumber: 1 })
  for (const kind of ['submission', 'comments'] as const) {
    if (phase === 'late' || phase === 'waited') await cast.deadlinePasses(kind)
    if (phase === 'closed' || phase === 'before') await cast.closes(kind)
  }
  if (phase === 'waited') await arrive(cast, '1.5 seconds')
  return { cast, proposalId }
}

/** Lets the delegations act by requests that had arrived so long ago, by the database's clock. */
async function arrive(cast: Scenario, ago: string): Promise<Date> {
  const [row] = await db.$queryRaw<[{ arrivedAt: Date }]>`
    SELECT clock_timestamp() - ${ago}::interval AS "arrivedAt"`
  for (const { head, alternate, adviser } of [
    cast.arvenia,
    cast.belmara,
    cast.corvina,
    cast.doranta,
  ])
    for (const actor of [head, alternate, adviser]) Object.assign(actor, { request: row })
  return row.arrivedAt
}
type Setting = Awaited<ReturnType<typeof inPhase>>

const comment = ({ proposalId }: Setting) => ({
  id: randomUUID(),
  proposalId,
  revisionNumber: 1,
  parentId: '',
  replacesId: '',
  category: 'general' as const,
  position: 'supports' as const,
  passage: '',
  text: 'We support it.',
})
const amendment = ({ proposalId }: Setting) => ({
  id: randomUUID(),
  proposalId,
  revisionNumber: 1,
  version: 0,
  body: '',
  text: `${TEXT} Without delay.`,
  reason: '',
})

const table: [act: string, when: string, act: (setting: Setting) => Promise<unknown>][] = [
  [
    'write a draft',
    '•••••',
    async ({ cast }) => {
      const draft = await startDraft(cast.arvenia.adviser, { sessionId: cast.session.id })
      return saveDraft(cast.arvenia.adviser, draftOf(cast, draft, 'New words.'))
    },
  ],
  [
    'submit a proposal',
    '·•··•',
    async ({ cast }) => {
      const draft = await startDraft(cast.belmara.head, { sessionId: cast.session.id })
      const { version } = await saveDraft(cast.belmara.head, draftOf(cast, draft, 'New words.'))
      return submitDraft(cast.belmara.head, { id: draft.id, version })
    },
  ],
  [
    'submit a revision',
    '·•··•',
    async ({ cast, proposalId }) => {
      const draft = await startRevision(cast.arvenia.head, { proposalId })
      const { version } = await saveDraft(cast.arvenia.head, draftOf(cast, draft, 'New words.'))
      return submitDraft(cast.arvenia.head, { id: draft.id, version })
    },
  ],
  [
    'withdraw a proposal',
    '•••••',
    ({ cast, proposalId }) => withdrawProposal(cast.arvenia.head, { proposalId, reason: '' }),
  ],
  [
    'co-sponsor',
    '•••••',
    ({ cast, proposalId }) =>
      coSponsorProposal(cast.doranta.head, { proposalId, revisionNumber: 1 }),
  ],
  [
    'leave a co-sponsorship',
    '•••••',
    ({ cast, proposalId }) => leaveCoSponsorship(cast.corvina.head, { proposalId }),
  ],
  ['keep a comment', '•••••', (here) => saveCommentDraft(here.cast.belmara.head, comment(here))],
  ['release a comment', '·•··•', (here) => releaseComment(here.cast.belmara.head, comment(here))],
  [
    'keep an amendment',
    '•••••',
    (here) => saveAmendmentDraft(here.cast.belmara.head, amendment(here)),
  ],
  [
    'release an amendment',
    '·•··•',
    (here) => releaseAmendment(here.cast.belmara.head, amendment(here)),
  ],
]

describe('what was done in time and is sent again after the deadline is answered as done', () => {
  const again: [act: string, prepare: (here: Setting) => Promise<() => Promise<unknown>>][] = [
    [
      'submit a proposal',
      async ({ cast }) => {
        const draft = await startDraft(cast.belmara.head, { sessionId: cast.session.id })
        const { version } = await saveDraft(cast.belmara.head, draftOf(cast, draft, 'New words.'))
        return () => submitDraft(cast.belmara.head, { id: draft.id, version })
      },
    ],
    [
      'release a comment',
      async (here) => {
        const input = comment(here)
        return () => releaseComment(here.cast.belmara.head, input)
      },
    ],
    [
      'release an amendment',
      async (here) => {
        const { head } = here.cast.belmara
        const { id, version } = await saveAmendmentDraft(head, amendment(here))
        return () => releaseAmendmentDraft(head, { id, version })
      },
    ],
    [
      'co-sponsor an amendment',
      async (here) => {
        const { id } = await releaseAmendment(here.cast.belmara.head, amendment(here))
        return () => coSponsorAmendment(here.cast.corvina.head, { id })
      },
    ],
    [
      'answer an amendment',
      async (here) => {
        const { id: amendmentId } = await releaseAmendment(here.cast.belmara.head, amendment(here))
        const input = { id: randomUUID(), amendmentId, text: 'We can agree.' }
        return () => answerAmendment(here.cast.arvenia.head, input)
      },
    ],
  ]
  test.each(again)('%s', async (_, prepare) => {
    const here = await inPhase('open')
    const act = await prepare(here)
    const first = await act()
    const recorded = await here.cast.recorded()
    for (const kind of ['submission', 'comments'] as const) await here.cast.deadlinePasses(kind)
    expect(await act()).toEqual(first)
    expect(await here.cast.recorded()).toEqual(recorded)
  })
})

describe('what a request that arrived at another time does', () => {
  const comments = async () => {
    const here = await inPhase('open')
    const { sessionId, id } = await db.period.findFirstOrThrow({
      where: { sessionId: here.cast.session.id, kind: 'comments' },
    })
    const release = () => releaseComment(here.cast.belmara.head, comment(here))
    const kept = ({ id: commentId }: { id: string }) =>
      db.comment.findUniqueOrThrow({ where: { id: commentId } })
    return { ...here, sessionId, periodId: id, release, kept }
  }

  test('keeps when it arrived beside when it was written', async () => {
    const { cast, release, kept } = await comments()
    const arrivedAt = await arrive(cast, '20 seconds')
    const { receivedAt, releasedAt } = await kept(await release())
    expect(receivedAt).toEqual(arrivedAt)
    expect(releasedAt.getTime() - arrivedAt.getTime()).toBeGreaterThan(19_000)
  })

  test('is not taken for older than two minutes', async () => {
    const { cast, release, kept } = await comments()
    await arrive(cast, '1 hour')
    const { receivedAt, releasedAt } = await kept(await release())
    expect(Math.abs(releasedAt.getTime() - receivedAt!.getTime() - 120_000)).toBeLessThan(5_000)
    await cast.deadlinePasses('comments', '130 seconds')
    await expect(release()).rejects.toMatchObject({ reason: 'closed' })
  })

  test('is not taken for later than now', async () => {
    const { cast, release, kept } = await comments()
    await arrive(cast, '-1 hour')
    const { receivedAt, releasedAt } = await kept(await release())
    expect(Math.abs(releasedAt.getTime() - receivedAt!.getTime())).toBeLessThan(5_000)
  })

  test('is accepted where the Secretariat closed the period after it had arrived, refused where before', async () => {
    const { cast, periodId, release } = await comments()
    await arrive(cast, '1 second')
    await closePeriod(cast.secretariat, { periodId })
    await release()
    await arrive(cast, '0 seconds')
    await expect(release()).rejects.toMatchObject({ reason: 'closed' })
  })

  test('that waits for a lock past the deadline is in time', async () => {
    const { cast, sessionId, release } = await comments()
    await db.$executeRaw`UPDATE "Period" SET "openUntil" = clock_timestamp() + interval '0.6 seconds'
      WHERE "sessionId" = ${sessionId}::uuid AND kind = 'comments'`
    await arrive(cast, '0 seconds')
    const [released] = await Promise.all([
      new Promise((resume) => setTimeout(resume, 100)).then(release),
      db.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "Period" WHERE "sessionId" = ${sessionId}::uuid FOR UPDATE`
        await new Promise((resume) => setTimeout(resume, 1_000))
      }),
    ])
    expect(released).toBeDefined()
  })
})

describe('when it may be done', () => {
  test.each(table)('%s', async (_, when, act) => {
    const drawn = []
    for (const phase of phases) {
      const refusal = await act(await inPhase(phase)).then(
        () => null,
        (error: unknown) => error,
      )
      if (refusal && !(refusal instanceof Refused && refusal.reason === 'closed')) throw refusal
      drawn.push(refusal ? '·' : '•')
    }
    expect(drawn.join('')).toBe(when)
  })
})
