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
 * Tells of a withdrawal: the author delegation gets a receipt; its co-sponsors, and the authors of released changes or
 * comments on it, get a letter; followers as their choice says.
 */
export const tellWithdrawal = async (tx: Tx, withdrawal: Act): Promise<void> =>
  tellAct(tx, withdrawal, {
    receipt: 'withdrawalReceipt',
    letter: 'withdrawn',
    concerned: await concernedBy(tx, withdrawal.id),
    values: {},
  })

/**
 * Tells that a State took over a withdrawn proposal: it gets a receipt; the author, the co-sponsors and the authors of
 * released changes or comments on it get a letter; followers as their choice says.
 */
export async function tellTakeOver(
  tx: Tx,
  { state, ...takeOver }: Act & { state: string },
): Promise<void> {
  const author = await tx.proposal.findUniqueOrThrow({
    where: { id: takeOver.id },
    select: { delegationId: true },
  })
  await tellAct(tx, takeOver, {
    receipt: 'takeOverReceipt',
    letter: 'takenOver',
    concerned: [author.delegationId, ...(await concernedBy(tx, takeOver.id))],
    values: { state },
  })
}

type Letters = {
  receipt: 'withdrawalReceipt' | 'takeOverReceipt'
  letter: 'withdrawn' | 'takenOver'
  /** The delegations that get the letter, but for the one that acts. */
  concerned: readonly string[]
  /** Values of the sentences beside session, number, time and address. */
  values: Record<string, string>
}

async function tellAct(
  tx: Tx,
  { id: proposalId, sessionId, delegationId, number, at }: Act,
  { receipt, letter, concerned, values }: Letters,
): Promise<void> {
  const t = letters()
  const { slug, short } = await letterSession(tx, sessionId)
  const path = paths.proposal(slug, number)
  const time = printSeatTime(at)
  const about = { session: short, number, time, address: addressOf(path), ...values }
  const ownRecipients = await writeToDelegations(tx, [delegationId], ({ name }) => ({
    matter: 'always',
    path,
    subject: t(`${receipt}.subject`, about),
    text: t(`${receipt}.text`, { ...about, name }),
  }))
  const otherIds = [...new Set(concerned)].filter((id) => id !== delegationId)
  const recipients = await writeToDelegations(tx, otherIds, ({ name }) => ({
    matter: 'withdrawals',
    path,
    subject: t(`${letter}.subject`, about),
    text: t(`${letter}.text`, { ...about, name }),
  }))
  await tellFollowers(tx, letter, proposalId, {
    except: [delegationId],
    informed: [...ownRecipients, ...recipients],
  })
}

/** The delegations that co-sponsor the proposal, suggested changes to it or commented on it; some more than once. */
async function concernedBy(tx: Tx, proposalId: string): Promise<string[]> {
  const select = { delegationId: true } as const
  const released = { proposalId, withdrawnAt: null }
  const coSponsors = await tx.coSponsorship.findMany({
    where: { proposalId, leftAt: null },
    select,
  })
  const amendments = await tx.amendment.findMany({ where: released, select })
  const comments = await tx.comment.findMany({ where: released, select })
  return [...coSponsors, ...amendments, ...comments].map(({ delegationId }) => delegationId)
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
