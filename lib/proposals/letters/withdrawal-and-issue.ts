import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations, writeToSession } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'
import { tellFollowers } from '@/lib/proposals/follows/letters'

type Withdrawn = { id: string; sessionId: string; delegationId: string; number: number; at: Date }

/**
 * Tells of a withdrawal: the author delegation gets a receipt; its co-sponsors, and those whose suggested
 * changes or comments on it were released, get a letter.
 */
export async function tellWithdrawal(tx: Tx, proposal: Withdrawn): Promise<void> {
  const t = letters()
  const { id: proposalId, sessionId, delegationId, number, at } = proposal
  const { slug, short } = await letterSession(tx, sessionId)
  const path = paths.proposal(slug, number)
  const about = { session: short, number, time: printSeatTime(at), address: addressOf(path) }
  const own = await writeToDelegations(tx, [delegationId], ({ name }) => ({
    matter: 'always',
    path,
    subject: t('withdrawalReceipt.subject', about),
    text: t('withdrawalReceipt.text', { ...about, name }),
  }))
  const select = { delegationId: true } as const
  const coSponsors = await tx.coSponsorship.findMany({
    where: { proposalId, leftAt: null },
    select,
  })
  const amendments = await tx.amendment.findMany({
    where: { proposalId, withdrawnAt: null },
    select,
  })
  const comments = await tx.comment.findMany({
    where: { proposalId, withdrawnAt: null },
    select,
  })
  const concerned = new Set(
    [...coSponsors, ...amendments, ...comments].map((party) => party.delegationId),
  )
  concerned.delete(delegationId)
  const others = await writeToDelegations(tx, [...concerned], ({ name }) => ({
    matter: 'withdrawals',
    path,
    subject: t('withdrawn.subject', about),
    text: t('withdrawn.text', { ...about, name }),
  }))
  const told = [...own, ...others]
  await tellFollowers(tx, 'withdrawn', proposalId, { except: [delegationId], told })
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
