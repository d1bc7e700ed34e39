import 'server-only'
import { databaseTime, type Tx } from '@/lib/db/client'
import { transaction } from '@/lib/delegations/transaction'
import { requireAllowed } from '@/lib/decision'
import { membershipIn, type SignedIn } from '@/lib/delegations/actor'
import { authorize, orNotFound, Refused } from '@/lib/errors'
import { record, sha256 } from '@/lib/record/record'
import { announceAttribution, attribute } from '@/lib/sessions/attribution/commands'
import { requireOpenPeriod } from '@/lib/sessions/periods'
import { isBlank } from '@/lib/text/characters'
import {
  documentFromText,
  parseDocument,
  plainText,
  type TextDocument,
} from '@/lib/text/document/document'
import { tellAmendment } from './letters'
import { findAmendmentDraft, type KeptAmendmentDraft } from './drafts/lock'
import { canAmendProposal, canReleaseAmendment } from './policy'
import type { ReadAmendmentDraft } from './schema'
import { lockTarget, requireDifference, requireOpenAmendment, type Target } from './target'

/** The address of a released amendment. */
type WrittenAmendment = { id: string; slug: string; proposalNumber: number; number: number }

/**
 * Releases a draft of the delegation exactly as it was read: official, attributed, immutable. A draft of another
 * delegation is not found. Refuses a person who may not submit, a closed period, a withdrawn proposal, a text equal to
 * the base, and a draft that a colleague changed since. Idempotent: a repeated request gets the first amendment.
 */
export function releaseAmendmentDraft(
  actor: SignedIn,
  { id, version }: ReadAmendmentDraft,
): Promise<WrittenAmendment> {
  return transaction(actor, async (tx) => {
    const aim = orNotFound(
      await tx.amendmentDraft.findUnique({
        where: { id },
        select: { proposalId: true, revisionNumber: true, amendsId: true },
      }),
    )
    // The proposal first, then the draft: every act locks them in this order.
    const target = await lockTarget(tx, aim)
    const draft = orNotFound(await findAmendmentDraft(tx, actor, target, id))
    if (!draft.released && draft.version !== version)
      throw new Refused('conflict', 'draftMovedUnread')
    if (draft.revisionNumber !== target.revisionNumber)
      throw new Refused('conflict', 'draftMovedUnread')
    return release(tx, actor, target, { ...draft, id })
  })
}

/** A text that shows nothing is the empty one: the amendment deletes the text. */
const withoutBlanks = (body: TextDocument): TextDocument =>
  isBlank(plainText(body).replace(/[[\]]/g, '')) ? documentFromText('') : body

async function release(
  tx: Tx,
  actor: SignedIn,
  target: Target,
  { id, reason, onBehalfOfId: groupOfStatesId, ...draft }: KeptAmendmentDraft & { id: string },
): Promise<WrittenAmendment> {
  authorize(canReleaseAmendment(actor, target), 'amendmentNotReleasable')
  const { delegationId, delegationName } = orNotFound(membershipIn(actor, target.sessionId))
  const allowEmpty = target.amends === null
  const body = withoutBlanks(parseDocument(draft.body, { locale: target.language, allowEmpty }))
  const text = plainText(body)
  const place = { id, slug: target.slug, proposalNumber: target.number }
  const earlier = await tx.amendment.findUnique({ where: { id } })
  if (earlier) {
    const isSame = earlier.delegationId === delegationId && earlier.text === text
    if (!isSame) throw new Refused('conflict', 'amendmentNoLongerDraft')
    return { ...place, number: earlier.number }
  }
  const receivedAt = await requireOpenPeriod(tx, actor, target.sessionId, 'comments')
  requireAllowed(canAmendProposal(actor, target))
  requireOpenAmendment(target)
  requireDifference(target.body, body)

  const textHash = sha256(text)
  const { proposalId, revisionNumber, sessionId, amends } = target
  const { _max } = await tx.amendment.aggregate({ where: { proposalId }, _max: { number: true } })
  const number = (_max.number ?? 0) + 1
  const releasedById = actor.personId
  const of = { proposalId, revisionNumber, sessionId, delegationId, amendsId: amends?.id ?? null }
  const attributionId = await attribute(tx, {
    sessionId,
    delegationId,
    groupOfStatesId,
    receivedAt,
  })
  const about = { ...of, id, number, reason, attributionId }
  await tx.amendment.create({ data: { ...about, body, text, textHash, releasedById, receivedAt } })
  await tx.amendmentDraft.updateMany({
    where: { id },
    data: { releasedAt: await databaseTime(tx) },
  })
  await record(tx, actor, 'amendment.released', {
    sessionId,
    subjectId: id,
    data: { number: target.number, amendment: number, revision: revisionNumber },
    textHash,
  })
  await announceAttribution(tx, actor, attributionId)
  await tellAmendment(tx, {
    proposalId,
    sessionId,
    delegationId,
    delegationName,
    number: target.number,
    amendment: number,
    amends,
    deletes: text === '',
  })
  return { ...place, number }
}
