import 'server-only'
import { clockTime, type Tx } from '@/lib/db/client'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { transaction } from '@/lib/delegations/transaction'
import { assertFound, authorize, orNotFound, Refused } from '@/lib/errors'
import { record } from '@/lib/record/record'
import { announceChange } from '@/lib/sessions/attribution/changes'
import { tellRelease, tellWithdrawn } from './letters'
import {
  type ClosedKey,
  type LoadedCirculation,
  loadCirculation,
  lockCirculation,
  requireOpenAtArrival,
} from './load'
import { canEndHere, canEnterForOthers, canReleaseHere } from './policy'
import { type Arrival, type LockedDraft, lockDrafts, requireAsSeen, writeRelease } from './release'
import type { KeepDraft, OneReleased, SeveralDrafts, SupportItems } from './schema'
import { keepWithin, supportWithin } from './drafts/keep'
import { counting } from '@/lib/circulation/counting'

/** The place of a release's receipt. */
export type Receipt = { id: string; slug: string; circulationId: string; count: number }

/**
 * Releases comments in hand, one, several or all, in one act with one receipt: from now on they are official,
 * attributed and immutable, and each replaces the delegation's earlier position on its item. A person who may submit
 * for the delegation releases before the deadline; the Secretariat releases comments that it entered from a paper that
 * had come before the deadline. Idempotent: a repeated or concurrent request, also after the deadline, gets the receipt
 * of the first. Refuses comments that were changed after the page showed them.
 */
export function releaseComments(actor: SignedIn, input: SeveralDrafts): Promise<Receipt> {
  return transaction(actor, async (tx) => {
    const { circulation, drafts, isOwn } = await loadDrafts(tx, actor, input)
    await requireAsSeen(tx, drafts, input.seen)
    return releaseWithin(tx, actor, circulation, drafts, isOwn && 'circulationClosedInHand')
  })
}

/** Keeps a comment and releases it, in one act. Refuses like `keepDraft` and `releaseComments`. */
export function writeAndRelease(actor: SignedIn, input: KeepDraft): Promise<Receipt> {
  return transaction(actor, async (tx) => {
    const { circulation, delegationId } = await lockOwn(tx, actor, input.circulationId)
    const ownDrafts = async () =>
      (await lockDrafts(tx, circulation.id, [input.id])).filter(
        (draft) => draft.delegationId === delegationId,
      )
    const sentBefore = (await ownDrafts()).some(({ releasedAt }) => releasedAt !== null)
    if (!sentBefore) await keepWithin(tx, actor, circulation, input)
    return releaseWithin(tx, actor, circulation, await ownDrafts(), IN_FORM)
  })
}

/**
 * "We support these items", kept and released in one act; null if there was nothing to add. Refuses like `supportItems`
 * and `releaseComments`.
 */
export function supportAndRelease(actor: SignedIn, input: SupportItems): Promise<Receipt | null> {
  return transaction(actor, async (tx) => {
    const { circulation } = await lockOwn(tx, actor, input.circulationId)
    const ids = await supportWithin(tx, actor, circulation, input)
    if (ids.length === 0) return null
    const drafts = await lockDrafts(tx, circulation.id, ids)
    return releaseWithin(tx, actor, circulation, drafts, IN_FORM)
  })
}

async function lockOwn(tx: Tx, actor: SignedIn, circulationId: string) {
  const { sessionId } = await loadCirculation(tx, circulationId)
  const { delegationId } = orNotFound(membershipIn(actor, sessionId))
  const circulation = await lockCirculation(tx, circulationId, delegationId)
  authorize(canReleaseHere(actor, circulation), 'commentNotReleasable')
  return { circulation, delegationId }
}

const IN_FORM: ClosedKey = 'circulationClosedInForm'

/** Releases within an act; `ownClosed` refuses an own comment after the deadline, and is false for the Secretariat. */
async function releaseWithin(
  tx: Tx,
  actor: SignedIn,
  circulation: LoadedCirculation,
  drafts: readonly LockedDraft[],
  ownClosed: ClosedKey | false,
): Promise<Receipt> {
  const open = drafts.filter(({ releasedAt }) => releasedAt === null)
  if (open.length === 0) return earlierReceipt(tx, circulation, drafts)
  requireInHand(open)
  const arrival = ownClosed
    ? ofRequest(requireOpenAtArrival(actor, circulation, ownClosed))
    : ofPapers(circulation)
  return store(tx, actor, circulation, open, arrival)
}

/**
 * Accepts, for the Secretariat, comments that came after the deadline: drafts that their delegation handed over, or that
 * were entered from a paper. They are released as received late, and marked so. Refuses everybody else.
 */
export function acceptLate(actor: SignedIn, input: SeveralDrafts): Promise<Receipt> {
  return transaction(actor, async (tx) => {
    const { sessionId } = await loadCirculation(tx, input.circulationId)
    authorize(canEnterForOthers(actor, sessionId), 'secretariatOnly')
    const { circulation, drafts } = await loadDrafts(tx, actor, input)
    const open = drafts.filter(({ releasedAt }) => releasedAt === null)
    if (open.length === 0) return earlierReceipt(tx, circulation, drafts)
    if (open.some(({ discardedAt, lateRefusedAt }) => discardedAt ?? lateRefusedAt))
      throw new Refused('conflict', 'commentNoLongerDraft')
    const receivedAt = ({ handedAt, paper }: LockedDraft) =>
      handedAt ?? paper?.receivedAt ?? circulation.readAt
    if (open.some((draft) => receivedAt(draft) < circulation.openUntil))
      throw new Refused('conflict', 'commentNotLate')
    return store(tx, actor, circulation, open, { receivedAt, late: true })
  })
}

/**
 * Withdraws a released comment of the actor's own delegation until the deadline: it counts no more, and a line says who
 * withdrew it and when. Refuses a person who may not submit, and a comment that has ended.
 */
export function withdrawComment(
  actor: SignedIn,
  { id }: OneReleased,
): Promise<{ slug: string; circulationId: string }> {
  return transaction(actor, async (tx) => {
    const { circulationId, delegationId } = orNotFound(await findReleased(tx, id))
    const circulation = await lockCirculation(tx, circulationId, delegationId)
    const comment = orNotFound(await findReleased(tx, id))
    requireAllowed(canEndHere(actor, circulation, comment))
    requireOpenAtArrival(actor, circulation)
    const withdrawnAt = await clockTime(tx)
    const { count } = await tx.circulationComment.updateMany({
      where: { id, ...counting },
      data: { withdrawnAt, withdrawnById: actor.personId },
    })
    if (count === 0) throw new Refused('conflict', 'commentEnded')
    const { sessionId, slug } = circulation
    await record(tx, actor, 'circulation.commentWithdrawn', { sessionId, subjectId: id })
    await announceChange(tx, [comment.attributionId], 'withdrawn')
    await tellWithdrawn(tx, circulation, { delegationId, withdrawnAt })
    return { slug, circulationId }
  })
}

const findReleased = (tx: Tx, id: string) =>
  tx.circulationComment.findUnique({
    where: { id },
    select: {
      circulationId: true,
      delegationId: true,
      attributionId: true,
      replacedById: true,
      withdrawnAt: true,
      retractedAt: true,
    },
  })

/** The locked drafts of one delegation: the actor's own, or another one that the Secretariat may release for. */
async function loadDrafts(
  tx: Tx,
  actor: SignedIn,
  { circulationId, ids }: SeveralDrafts,
): Promise<{ circulation: LoadedCirculation; drafts: LockedDraft[]; isOwn: boolean }> {
  const [first] = await tx.circulationDraft.findMany({
    where: { id: { in: ids }, circulationId },
    select: { delegationId: true },
    take: 1,
  })
  const { delegationId } = orNotFound(first)
  const circulation = await lockCirculation(tx, circulationId, delegationId)
  const isOwn = membershipIn(actor, circulation.sessionId)?.delegationId === delegationId
  assertFound(isOwn || canEnterForOthers(actor, circulation.sessionId))
  if (isOwn) authorize(canReleaseHere(actor, circulation), 'commentNotReleasable')
  const drafts = await lockDrafts(tx, circulationId, ids)
  assertFound(drafts.length === new Set(ids).size)
  for (const draft of drafts) assertFound(draft.delegationId === delegationId)
  if (!isOwn)
    for (const draft of drafts) assertFound(draft.enteredBySecretariat || draft.handedAt !== null)
  return { circulation, drafts, isOwn }
}

function requireInHand(drafts: readonly LockedDraft[]): void {
  if (drafts.some(({ discardedAt, handedAt }) => discardedAt ?? handedAt))
    throw new Refused('conflict', 'commentNoLongerDraft')
}

const ofRequest = (receivedAt: Date): Arrival => ({ receivedAt: () => receivedAt, late: false })

/** A comment on paper is in time if the paper was. */
const ofPapers = ({ openUntil }: LoadedCirculation): Arrival => ({
  receivedAt: ({ paper }) => {
    if (!paper || paper.receivedAt >= openUntil) throw new Refused('closed', 'paperLate')
    return paper.receivedAt
  },
  late: false,
})

async function store(
  tx: Tx,
  actor: SignedIn,
  circulation: LoadedCirculation,
  drafts: readonly LockedDraft[],
  arrival: Arrival,
): Promise<Receipt> {
  const place = membershipIn(actor, circulation.sessionId)
  const isOwn = place?.delegationId === drafts[0]!.delegationId
  const kind = isOwn ? place?.entityKind : undefined
  const release = await writeRelease(tx, actor, circulation, drafts, arrival, kind)
  const { id: circulationId, sessionId, slug } = circulation
  const { id, hash: textHash, count } = release
  const event = arrival.late ? 'circulation.lateAccepted' : 'circulation.commentsReleased'
  await record(tx, actor, event, { sessionId, subjectId: id, textHash })
  await tellRelease(tx, circulation, { ...release, delegationId: drafts[0]!.delegationId })
  return { id, slug, circulationId, count }
}

/** The receipt of comments that were all released before. */
async function earlierReceipt(
  tx: Tx,
  { id: circulationId, slug }: LoadedCirculation,
  drafts: readonly LockedDraft[],
): Promise<Receipt> {
  const comment = await tx.circulationComment.findFirst({
    where: { id: { in: drafts.map(({ id }) => id) }, releaseId: { not: null } },
    orderBy: { releasedAt: 'desc' },
    select: { release: { select: { id: true, count: true } } },
  })
  return { ...orNotFound(comment?.release), slug, circulationId }
}
