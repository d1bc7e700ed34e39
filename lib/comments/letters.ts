import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession, shortName } from '@/lib/delegations/letters/memberships'
import { writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { standing, standingIds } from '@/lib/proposals/withdrawal/stands-for'
import { paths } from '@/lib/paths'
import { tellFollowers } from '@/lib/proposals/follows/letters'
import type { CommentTarget } from './target'

type Released = {
  id: string
  proposalId: string
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
 * Tells of a released comment: its delegation gets a receipt; the answered delegation, the author of the proposal, who
 * took it over, its co-sponsors and its followers get a letter with the link to it. No letter contains its words.
 */
export async function tellComment(tx: Tx, comment: Released): Promise<void> {
  const { id, delegationId, delegationName, target, answered, textHash } = comment
  const about = {
    session: shortName(target),
    number: target.number,
    delegation: delegationName,
    path: paths.comment(target.slug, target.number, id),
    act: comment.isReplacement ? 'replaced' : 'released',
  }
  const receipt = { time: printSeatTime(comment.receivedAt), hash: textHash }
  const concerned = [...target.standingIds]
  const answers = answered && answered.delegationId !== delegationId ? answered.delegationId : null
  if (answers) concerned.push(answers)
  const recipients = await write(tx, { authorId: delegationId, answers, concerned }, about, receipt)
  if (comment.isReplacement) return
  const { path } = about
  await tellFollowers(tx, 'commented', comment.proposalId, {
    except: [delegationId],
    informed: recipients,
    path,
  })
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

/** Tells of a comment that was withdrawn: the same people as of its release, and the authors of its replies. */
export async function tellWithdrawal(tx: Tx, comment: Withdrawn): Promise<void> {
  const { id, delegationId, delegationName, number } = comment
  const { slug, short } = await letterSession(tx, comment.sessionId)
  const select = { delegationId: true } as const
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: comment.proposalId },
    select: standing,
  })
  const { parent, replies } = await tx.comment.findUniqueOrThrow({
    where: { id },
    select: { parent: { select }, replies: { where: { withdrawnAt: null }, select } },
  })
  const said = [...replies, ...(parent ? [parent] : [])]
  const concerned = [...standingIds(proposal), ...said.map((author) => author.delegationId)]
  const about = {
    session: short,
    number,
    delegation: delegationName,
    path: paths.comment(slug, number, id),
    act: 'withdrawn',
  }
  const receipt = { time: printSeatTime(comment.withdrawnAt), hash: '' }
  const to = { authorId: delegationId, answers: null }
  await write(tx, { ...to, concerned }, about, receipt)
}

type About = { session: string; number: number; delegation: string; path: string; act: string }

/** The author of a comment, the author that it answers, and the others concerned, by delegation. */
type Concerned = { authorId: string; answers: string | null; concerned: readonly string[] }

/** The receipt to the own delegation and the news to the others, as one statement. Returns the recipients. */
function write(
  tx: Tx,
  { authorId, answers, concerned }: Concerned,
  { path, ...values }: About,
  receipt: { time: string; hash: string },
): Promise<string[]> {
  const t = letters()
  const about = { ...values, address: addressOf(path) }
  const news = values.act === 'withdrawn' ? 'withdrawals' : 'comments'
  return writeToDelegations(tx, [authorId, ...concerned], ({ name, delegationId }) => {
    if (delegationId === authorId)
      return {
        matter: 'always',
        path,
        subject: t('commentReceipt.subject', about),
        text: t('commentReceipt.text', { ...about, ...receipt, name }),
      }
    const key = delegationId === answers ? 'answered' : 'commented'
    return {
      matter: key === 'answered' ? 'answers' : news,
      path,
      subject: t(`${key}.subject`, about),
      text: t(`${key}.text`, { ...about, name }),
    }
  })
}
