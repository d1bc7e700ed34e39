import { db } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { submitDraft } from '@/lib/proposals/commands'
import { saveDraft, startDraft, startRevision } from '@/lib/proposals/drafts/commands'
import type { WriteDraft } from '@/lib/proposals/schema'
import type { Scenario } from './scenario'

export const TEXT = 'Member States should share evidence without delay.'

type Change = Partial<WriteDraft>

/** The verbs of writing in the present scenario; their input is complete unless a test changes it. */
export function proposing(now: () => Scenario) {
  const written = () => ({
    kind: 'recommendation' as const,
    agendaItemId: now().agenda['2']!,
    body: '',
    text: TEXT,
    explanation: '',
    originalLanguage: 'en' as const,
    reason: '',
  })
  const writes = async (
    actor: SignedIn,
    { id, version = 1 }: { id: string; version?: number },
    change: Change = {},
  ) => {
    const saved = await saveDraft(actor, { id, version, ...written(), ...change })
    return { id: saved.id, version: saved.version }
  }
  const drafts = async (actor: SignedIn, change: Change = {}) =>
    writes(actor, await startDraft(actor, { sessionId: now().session.id }), change)
  return {
    written,
    writes,
    drafts,
    submits: async (actor: SignedIn, change: Change = {}) =>
      submitDraft(actor, await drafts(actor, change)),
    revises: async (actor: SignedIn, proposalId: string, text: string) =>
      writes(actor, await startRevision(actor, { proposalId }), { text, reason: 'Clearer.' }),
    /** The events in the record of the session, the earliest first. */
    events: async () => (await now().recorded()).map(({ event }) => event),
    proposals: () => db.proposal.count({ where: { sessionId: now().session.id } }),
  }
}
