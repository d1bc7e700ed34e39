import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { releaseAmendment } from '@/lib/amendments/commands'
import { saveAmendmentDraft } from '@/lib/amendments/drafts/commands'
import { releaseComment, saveCommentDraft } from '@/lib/comments/commands'
import { Refused } from '@/lib/errors'
import {
  coSponsorProposal,
  leaveCoSponsorship,
  withdrawProposal,
} from '@/lib/proposals/act-commands'
import { submitDraft } from '@/lib/proposals/commands'
import { saveDraft, startDraft, startRevision } from '@/lib/proposals/drafts/commands'
import { type Scenario, scenario } from '@/tests/support/scenario'

// When may it be done? One row an act, one column a phase of the session; • done, · refused as closed.
//   before: neither period was opened · open · late: one second past both deadlines · closed: by the Secretariat
const phases = ['before', 'open', 'late', 'closed'] as const
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
    if (phase === 'late') await cast.deadlinePasses(kind)
    if (phase === 'closed' || phase === 'before') await cast.closes(kind)
  }
  return { cast, proposalId }
}
type Setting = Awaited<ReturnType<typeof inPhase>>

const comment = ({ proposalId }: Setting) => ({
  id: randomUUID(),
  proposalId,
  revisionNumber: 1,
  parentId: '',
  kind: 'support' as const,
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
    '••••',
    async ({ cast }) => {
      const draft = await startDraft(cast.arvenia.adviser, { sessionId: cast.session.id })
      return saveDraft(cast.arvenia.adviser, draftOf(cast, draft, 'New words.'))
    },
  ],
  [
    'submit a proposal',
    '·•··',
    async ({ cast }) => {
      const draft = await startDraft(cast.belmara.head, { sessionId: cast.session.id })
      const { version } = await saveDraft(cast.belmara.head, draftOf(cast, draft, 'New words.'))
      return submitDraft(cast.belmara.head, { id: draft.id, version })
    },
  ],
  [
    'submit a revision',
    '·•··',
    async ({ cast, proposalId }) => {
      const draft = await startRevision(cast.arvenia.head, { proposalId })
      const { version } = await saveDraft(cast.arvenia.head, draftOf(cast, draft, 'New words.'))
      return submitDraft(cast.arvenia.head, { id: draft.id, version })
    },
  ],
  [
    'withdraw a proposal',
    '••••',
    ({ cast, proposalId }) => withdrawProposal(cast.arvenia.head, { proposalId, reason: '' }),
  ],
  [
    'co-sponsor',
    '••••',
    ({ cast, proposalId }) =>
      coSponsorProposal(cast.doranta.head, { proposalId, revisionNumber: 1 }),
  ],
  [
    'leave a co-sponsorship',
    '••••',
    ({ cast, proposalId }) => leaveCoSponsorship(cast.corvina.head, { proposalId }),
  ],
  ['keep a comment', '••••', (here) => saveCommentDraft(here.cast.belmara.head, comment(here))],
  ['release a comment', '·•··', (here) => releaseComment(here.cast.belmara.head, comment(here))],
  [
    'keep an amendment',
    '••••',
    (here) => saveAmendmentDraft(here.cast.belmara.head, amendment(here)),
  ],
  [
    'release an amendment',
    '·•··',
    (here) => releaseAmendment(here.cast.belmara.head, amendment(here)),
  ],
]

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
