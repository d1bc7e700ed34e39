import 'server-only'
import { printSeatTime } from '@/lib/clock'
import { databaseTime, type Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'

type Released = {
  id: string
  proposalId: string
  parentId: string | null
  sessionId: string
  delegationId: string
  delegationName: string
  number: number
  textHash: string
}

/**
 * Tells of a released comment: its delegation gets a receipt; the author of the proposal, its co-sponsors
 * and whoever is answered get a letter with the way to it. No letter holds its words.
 */
export async function tellComment(tx: Tx, comment: Released): Promise<void> {
  const t = letters()
  const { id, proposalId, parentId, sessionId, delegationId, delegationName, number } = comment
  const { slug, short } = await letterSession(tx, sessionId)
  const about = {
    session: short,
    number,
    delegation: delegationName,
    address: addressOf(paths.comment(slug, number, id)),
  }
  const receipt = { time: printSeatTime(await databaseTime(tx)), hash: comment.textHash }
  await writeToDelegations(tx, [delegationId], ({ name }) => ({
    subject: t('commentReceipt.subject', about),
    text: t('commentReceipt.text', { ...about, ...receipt, name }),
  }))
  const proposal = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: {
      delegationId: true,
      coSponsorships: { where: { leftAt: null }, select: { delegationId: true } },
    },
  })
  const parent = parentId
    ? await tx.comment.findUnique({ where: { id: parentId }, select: { delegationId: true } })
    : null
  const concerned = new Set([
    proposal.delegationId,
    ...proposal.coSponsorships.map((one) => one.delegationId),
    ...(parent ? [parent.delegationId] : []),
  ])
  concerned.delete(delegationId)
  await writeToDelegations(tx, [...concerned], ({ name }) => ({
    subject: t('commented.subject', about),
    text: t('commented.text', { ...about, name }),
  }))
}
