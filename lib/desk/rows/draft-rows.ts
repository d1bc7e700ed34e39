import { differenceInDays } from 'date-fns/differenceInDays'
import { canReleaseAmendment } from '@/lib/amendments/policy'
import { printSeatTime } from '@/lib/clock'
import { canReleaseComment } from '@/lib/comments/policy'
import { type Actor, type Membership, membershipIn } from '@/lib/delegations/actor'
import type { Desk, DeskSession } from '@/lib/desk/desk-view'
import type { DeskDraft } from '@/lib/desk/facts'
import { paths } from '@/lib/paths'
import { canSubmitProposal } from '@/lib/proposals/policy'
import { type DerivedRow, row } from './row'

/** The number of days after a deadline for which unsent drafts are still worth a row. */
const DAYS_AFTER = 14

/**
 * The drafts of the actor's own delegations: to finish or to release while the period is open, and those unreleased at
 * its end. No draft of another delegation, even if it were among the facts.
 */
export function draftRows(actor: Actor, desk: Desk): DerivedRow[] {
  return desk.sessions.flatMap((session) => {
    const place = membershipIn(actor, session.id)
    if (!place) return []
    const drafts = desk.drafts.filter(({ delegationId }) => delegationId === place.delegationId)
    const open = drafts.filter((draft) => periodOf(session, draft) !== null)
    return [
      ...open.map((draft) => draftRow(actor, session, draft, place)),
      ...unsentRows(session, drafts, desk.now),
    ]
  })
}

const periodOf = (session: DeskSession, { kind }: Pick<DeskDraft, 'kind'>) =>
  kind === 'proposal' ? session.submission : session.comments

function draftRow(
  actor: Actor,
  session: DeskSession,
  draft: DeskDraft,
  place: Membership,
): DerivedRow {
  const { id, kind, proposal, writer, askedBy, updatedAt, words } = draft
  const isOwn = writer.id === actor.personId
  const waits = !mayRelease(actor, session, kind)
  return row(waits ? 'waitRelease' : isOwn ? 'finish' : 'release', id, {
    group: waits ? 'waiting' : 'decide',
    session,
    proposal: proposal && { ...proposal, revision: 0 },
    words,
    states: [place.delegationName],
    values: {
      kind,
      writer: writer.name,
      own: isOwn ? 'yes' : 'no',
      asked: askedBy ? 'yes' : 'no',
      asker: askedBy ?? '',
    },
    period: periodOf(session, draft),
    href: addressOf(session.slug, draft, waits || isOwn),
    at: updatedAt,
  })
}

function mayRelease(actor: Actor, session: DeskSession, kind: DeskDraft['kind']): boolean {
  const setting = { ...session, sessionId: session.id }
  if (kind === 'proposal') return canSubmitProposal(actor, setting)
  if (kind === 'comment') return canReleaseComment(actor, setting)
  return canReleaseAmendment(actor, { sessionId: session.id, authorDelegationId: '' })
}

/** The page of the very draft: to write it, or to read and release it. */
function addressOf(slug: string, { id, kind, proposal }: DeskDraft, writes: boolean): string {
  const number = proposal?.number ?? 0
  if (kind === 'proposal') return writes ? paths.draft(slug, id) : paths.checkDraft(slug, id)
  if (kind === 'amendment')
    return writes
      ? paths.amendmentDraft(slug, number, id)
      : paths.checkAmendmentDraft(slug, number, id)
  return paths.commentDraft(slug, number, id)
}

/** "Closed at 16:42 with 2 drafts unsent", one row for each period. */
function unsentRows(session: DeskSession, drafts: readonly DeskDraft[], now: Date): DerivedRow[] {
  return session.ended.flatMap(({ kind, at }) => {
    const unsent = drafts.filter((draft) => (draft.kind === 'proposal') === (kind === 'submission'))
    if (unsent.length === 0 || differenceInDays(now, at) >= DAYS_AFTER || session.listIssued)
      return []
    const [first] = unsent
    return [
      row('closedUnsent', `${session.id}:${kind}`, {
        session,
        words: first!.words,
        values: { period: kind, count: unsent.length, time: printSeatTime(at) },
        href:
          kind === 'submission'
            ? paths.drafts(session.slug)
            : addressOf(session.slug, first!, true),
        at,
        dismissible: true,
      }),
    ]
  })
}
