import { randomUUID } from 'node:crypto'
import { saveAmendmentDraft, startAmendment } from '@/lib/amendments/drafts/commands'
import { listAmendmentDrafts } from '@/lib/amendments/drafts/queries'
import { listAmendments } from '@/lib/amendments/queries'
import { tellAmendmentAuthors } from '@/lib/amendments/revised'
import type { WriteAmendment } from '@/lib/amendments/schema'
import type { SignedIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { submitDraft } from '@/lib/proposals/commands'
import { startDraft, startRevision } from '@/lib/proposals/drafts/commands'
import { writesDraft } from './drafting'
import { scenario } from './scenario'
import { releaseAmendment } from './release-amendment'

export const TEXT = 'Member States shall share evidence with others, where their laws allow it.'
export const SHOULD = TEXT.replace('shall', 'should')

export type Amending = Awaited<ReturnType<typeof amending>>

/** A proposal of Arvenia, the first in a new session, and the verbs of amending it. */
export async function amending(base: string = TEXT, language: 'en' | 'ar' = 'en') {
  const cast = await scenario()
  const { head } = cast.arvenia
  const submits = async (draft: { id: string }, text: string) =>
    submitDraft(
      head,
      await writesDraft(cast, head, draft, text, 'Clearer.', language),
      tellAmendmentAuthors,
    )
  const { proposalId } = await submits(await startDraft(head, { sessionId: cast.session.id }), base)
  const written = (change: Partial<WriteAmendment> = {}): WriteAmendment => ({
    id: randomUUID(),
    proposalId,
    revisionNumber: 1,
    version: 0,
    body: '',
    text: SHOULD,
    reason: '',
    ...change,
  })
  return {
    cast,
    proposalId,
    /** Its page. */
    address: paths.proposal(cast.session.slug, 1),
    written,
    /** Arvenia begins a revision; returns the draft. */
    begins: async () => startRevision(head, { proposalId }),
    /** Arvenia revises its proposal. */
    revises: async (text: string) => submits(await startRevision(head, { proposalId }), text),
    releases: (actor: SignedIn, change: Partial<WriteAmendment> = {}) =>
      releaseAmendment(actor, written(change)),
    drafts: async (actor: SignedIn, change: Partial<WriteAmendment> = {}) => {
      const { id } = await startAmendment(actor, { proposalId })
      const { version } = await saveAmendmentDraft(actor, written({ id, version: 1, ...change }))
      return { id, version }
    },
    /** The drafts of the actor's delegation that the actor sees. */
    own: (actor: SignedIn) =>
      listAmendmentDrafts(actor, { id: proposalId, sessionId: cast.session.id }),
    released: () => listAmendments(cast.fenmark.adviser, proposalId),
    events: async () =>
      (await cast.recorded())
        .map(({ event }) => event)
        .filter((event) => event.startsWith('amendment.')),
  }
}
