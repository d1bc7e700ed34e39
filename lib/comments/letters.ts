import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession, shortName } from '@/lib/delegations/letters/memberships'
import { writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import type { CommentTarget } from './target'

type Released = {
  id: string
  delegationId: string
  delegationName: string
  target: CommentTarget
  /** The comment to which it replies. */
  answered: { delegationId: string } | null
  isReplacement: boolean
  receivedAt: Date
  textHash: string
}

/**
 * Tells of a released comment: its delegation gets a receipt; the author of the proposal, its co-sponsors
 * and whoever is answered get a letter with the way to it. No letter holds its words.
 */
export async function tellComment(tx: Tx, comment: Released): Promise<void> {
  const { id, delegationId, delegationName, target, answered, textHash } = comment
  const about = {
    session: shortName(target),
    number: target.number,
    delegation: delegationName,
    address: addressOf(paths.comment(target.slug, target.number, id)),
    act: comment.isReplacement ? 'replaced' : 'released',
  }
  const receipt = { time: printSeatTime(comment.receivedAt), hash: textHash }
  const concerned = [target.authorId, ...target.coSponsorIds]
  if (answered) concerned.push(answered.delegationId)
  await write(tx, delegationId, concerned, about, receipt)
}

type Withdrawn = {
  id: string
  sessionId: string
  proposalId: string
  number: number
  withdrawnAt: Date
  delegationId: string
  delegationName: string
}

/** Tells of a comment that was withdrawn: the same people as of its release, and whoever replied to it. */
export async function tellWithdrawal(tx: Tx, comment: Withdrawn): Promise<void> {
  const { id, delegationId, delegationName, number } = comment
  const { slug, short } = await letterSession(tx, comment.sessionId)
  const select = { delegationId: true } as const
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: comment.proposalId },
    select: { ...select, coSponsorships: { where: { leftAt: null }, select } },
  })
  const { parent, replies } = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: { parent: { select }, replies: { where: { withdrawnAt: null }, select } },
  })
  const concerned = [proposal, ...proposal.coSponsorships, ...replies, ...(parent ? [parent] : [])]
  const about = {
    session: short,
    number,
    delegation: delegationName,
    address: addressOf(paths.comment(slug, number, id)),
    act: 'withdrawn',
  }
  const receipt = { time: printSeatTime(comment.withdrawnAt), hash: '' }
  await write(
    tx,
    delegationId,
    concerned.map((one) => one.delegationId),
    about,
    receipt,
  )
}

type About = { session: string; number: number; delegation: string; address: string; act: string }

/** The receipt to the own delegation and the news to the others, as one statement. */
function write(
  tx: Tx,
  ownId: string,
  concerned: readonly string[],
  about: About,
  receipt: { time: string; hash: string },
): Promise<void> {
  const t = letters()
  return writeToDelegations(tx, [ownId, ...concerned], ({ name, delegationId }) =>
    delegationId === ownId
      ? {
          subject: t('commentReceipt.subject', about),
          text: t('commentReceipt.text', { ...about, ...receipt, name }),
        }
      : {
          subject: t('commented.subject', about),
          text: t('commented.text', { ...about, name }),
        },
  )
}
