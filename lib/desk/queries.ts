import 'server-only'
import { clockTime, db } from '@/lib/db/client'
import { listOurChanges } from '@/lib/consolidation/delegation-view/changes'
import { isSecretariat, membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { givenUp, isLetter } from '@/lib/mail/kinds'
import { listCorrigendaToRelease } from '@/lib/plenary/corrigenda/queries'
import { listReportCorrigendaToRelease } from '@/lib/report/corrigenda/queries'
import { listWaitingSilences } from '@/lib/silence/waiting'
import type { Desk } from './desk-view'
import { listDeskDrafts } from './draft-queries'
import { listDeskCirculations } from './circulation/queries'
import { countOf, inboxRows, putAwayRows } from './inbox'
import { languageOf } from '@/lib/text/language'
import { firstWords } from '@/lib/text/first-words'
import type { InboxRow } from './inbox-view'
import { listDeskProposals } from './proposal-queries'
import { listDeskReplies, listDeskResponses } from './response-queries'
import { listDeskSessions } from './session-queries'

/**
 * The sources of the actor's desk: the sessions in which they have a seat or an office, the unreleased texts of their
 * own delegations and of no others, and the released proposals that concern them. The number of statements does not
 * depend on the number of rows.
 */
export async function getDesk(actor: SignedIn): Promise<Desk> {
  const delegations = ownDelegations(actor)
  const now = await clockTime(db)
  const [
    sessions,
    drafts,
    proposals,
    circulations,
    changed,
    failedMail,
    marks,
    responses,
    replies,
    silences,
    corrigenda,
    reportCorrigenda,
  ] = await Promise.all([
    listDeskSessions(actor, now),
    listDeskDrafts(delegations),
    listDeskProposals(actor, delegations),
    listDeskCirculations(actor, now),
    listOurChanges(actor),
    isSecretariat(actor) ? db.mail.count({ where: { ...givenUp, ...isLetter } }) : null,
    db.deskMark.findMany({ where: { personId: actor.personId } }),
    listDeskResponses(actor),
    listDeskReplies(delegations),
    listWaitingSilences(actor, now),
    listCorrigendaToRelease(actor),
    listReportCorrigendaToRelease(actor),
  ])
  const changes = delegations.flatMap((delegationId) => {
    // The latest stands first.
    const ownChanges = changed.filter((change) => change.delegationId === delegationId)
    return ownChanges[0] ? [{ delegationId, count: ownChanges.length, at: ownChanges[0].at }] : []
  })
  return {
    now,
    sessions,
    drafts,
    proposals,
    circulations,
    changes,
    responses,
    replies,
    silences,
    corrigenda,
    reportCorrigenda,
    failedMail,
    marks: new Map(marks.map(({ subject, markedAt }) => [subject, markedAt])),
  }
}

/** The delegations for which the actor acts now. */
const ownDelegations = (actor: SignedIn): string[] =>
  actor.memberships
    .filter((place) => membershipIn(actor, place.sessionId) === place)
    .map(({ delegationId }) => delegationId)

/** The number beside "My desk": how many rows wait for the actor or are new to them. */
export const getInboxCount = async (actor: SignedIn): Promise<number> =>
  countOf(inboxRows(actor, await getDesk(actor)))

/** A row with the first words of its text. */
export type ShownRow = InboxRow & { excerpt: string; language: string }

/** The rows of the actor's desk, with the words of the proposals that they are about. */
export const listInbox = async (actor: SignedIn): Promise<ShownRow[]> =>
  withWords(inboxRows(actor, await getDesk(actor)))

/** The same with the rows that the actor put away. */
export async function getInbox(
  actor: SignedIn,
): Promise<{ rows: ShownRow[]; putAway: ShownRow[] }> {
  const desk = await getDesk(actor)
  const rows = inboxRows(actor, desk)
  const shown = await withWords([...rows, ...putAwayRows(actor, desk)])
  return { rows: shown.slice(0, rows.length), putAway: shown.slice(rows.length) }
}

/** Letters of a text in a row. */
const LENGTH = 110

async function withWords(rows: readonly InboxRow[]): Promise<ShownRow[]> {
  const about = rows.flatMap(({ proposal }) => proposal ?? [])
  const proposals = await db.proposal.findMany({
    where: { id: { in: [...new Set(about.map(({ id }) => id))] } },
    select: { id: true, originalLanguage: true, current: { select: { text: true } } },
  })
  const texts = new Map(proposals.map((proposal) => [proposal.id, proposal]))
  return rows.map((row) => {
    const text = row.words ? undefined : texts.get(row.proposal?.id ?? '')
    return {
      ...row,
      excerpt: firstWords(row.words || (text?.current.text ?? ''), LENGTH),
      language: text?.originalLanguage ?? languageOf(row.words),
    }
  })
}

/** The rows of the actor's desk that need their decision in one session. The pages of the session show them. */
export const listWaitingIn = async (
  actor: SignedIn,
  { slug }: { slug: string },
): Promise<ShownRow[]> =>
  (await listInbox(actor)).filter(
    ({ group, session }) => session?.slug === slug && (group === 'due' || group === 'decide'),
  )
