import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations, writeToSession } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { tellFollowers } from '@/lib/proposals/follows/letters'

type Act = { id: string; sessionId: string; delegationId: string; number: number; at: Date }

/**
 * Tells of a withdrawal: the author delegation gets a receipt; its co-sponsors, and those whose suggested
 * changes or comments on it were released, get a letter; followers as their choice says.
 */
export async function tellWithdrawal(tx: Tx, withdrawal: Act): Promise<void> {
  const t = letters()
  const { id: proposalId, sessionId, delegationId, number, at } = withdrawal
  const { slug, short } = await letterSession(tx, sessionId)
  const path = paths.proposal(slug, number)
  const about = { session: short, number, time: printSeatTime(at), address: addressOf(path) }
  const own = await writeToDelegations(tx, [delegationId], ({ name }) => ({
    matter: 'always',
    path,
    subject: t('withdrawalReceipt.subject', about),
    text: t('withdrawalReceipt.text', { ...about, name }),
  }))
  const concerned = (await concernedBy(tx, proposalId)).filter((id) => id !== delegationId)
  const others = await writeToDelegations(tx, concerned, ({ name }) => ({
    matter: 'withdrawals',
    path,
    subject: t('withdrawn.subject', about),
    text: t('withdrawn.text', { ...about, name }),
  }))
  const told = [...own, ...others]
  await tellFollowers(tx, 'withdrawn', proposalId, { except: [delegationId], told })
}

/**
 * Tells that a State took over a withdrawn proposal: it gets a receipt; the author, the co-sponsors and those whose
 * suggested changes or comments on it were released get a letter; followers as their choice says.
 */
export async function tellTakeOver(tx: Tx, takeOver: Act & { state: string }): Promise<void> {
  const t = letters()
  const { id: proposalId, sessionId, delegationId, number, at, state } = takeOver
  const { slug, short } = await letterSession(tx, sessionId)
  const path = paths.proposal(slug, number)
  const about = { session: short, number, state, time: printSeatTime(at), address: addressOf(path) }
  const own = await writeToDelegations(tx, [delegationId], ({ name }) => ({
    matter: 'always',
    path,
    subject: t('takeOverReceipt.subject', about),
    text: t('takeOverReceipt.text', { ...about, name }),
  }))
  const author = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: { delegationId: true },
  })
  const concerned = new Set([author.delegationId, ...(await concernedBy(tx, proposalId))])
  concerned.delete(delegationId)
  const others = await writeToDelegations(tx, [...concerned], ({ name }) => ({
    matter: 'withdrawals',
    path,
    subject: t('takenOver.subject', about),
    text: t('takenOver.text', { ...about, name }),
  }))
  const told = [...own, ...others]
  await tellFollowers(tx, 'takenOver', proposalId, { except: [delegationId], told })
}

/** The delegations that co-sponsor the proposal, suggested changes to it or commented on it, each once. */
async function concernedBy(tx: Tx, proposalId: string): Promise<string[]> {
  const select = { delegationId: true } as const
  const released = { proposalId, withdrawnAt: null }
  const coSponsors = await tx.coSponsorship.findMany({
    where: { proposalId, leftAt: null },
    select,
  })
  const amendments = await tx.amendment.findMany({ where: released, select })
  const comments = await tx.comment.findMany({ where: released, select })
  const parties = [...coSponsors, ...amendments, ...comments]
  return [...new Set(parties.map(({ delegationId }) => delegationId))]
}

/** Tells everybody who has a place at the session that its preliminary list is issued. */
export async function tellIssued(tx: Tx, sessionId: string, items: number): Promise<void> {
  const t = letters()
  const { slug, short, event } = await letterSession(tx, sessionId)
  const path = paths.list(slug)
  const about = { session: short, event, items, address: addressOf(path) }
  await writeToSession(tx, sessionId, ({ name }) => ({
    matter: 'lists',
    path,
    subject: t('listIssued.subject', about),
    text: t('listIssued.text', { ...about, name }),
  }))
}
