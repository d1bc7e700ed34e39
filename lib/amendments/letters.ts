import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { standing, standingIds, takerOf } from '@/lib/proposals/withdrawal/stands-for'
import { paths } from '@/lib/paths'
import { tellFollowers } from '@/lib/proposals/follows/letters'

type Released = {
  proposalId: string
  sessionId: string
  delegationId: string
  delegationName: string
  /** Of the proposal, and of the suggested change. */
  number: number
  amendment: number
  /** The amendment that it changes: then its delegation and co-sponsors are told. */
  amends: { id: string; number: number } | null
  /** Whether it would delete the whole text. */
  deletes: boolean
}

/**
 * Tells the author of a text and its co-sponsors of a suggested change, without its words; the text is that of the
 * proposal or of an amendment to it.
 */
export async function tellAmendment(tx: Tx, released: Released): Promise<void> {
  const t = letters()
  const { proposalId, sessionId, delegationId, delegationName, number, amendment } = released
  const { amends, deletes } = released
  const { slug, short } = await letterSession(tx, sessionId)
  const concerned = await standForText(tx, proposalId, amends?.id ?? null)
  concerned.delete(delegationId)
  const state = deletes ? await takerOf(tx, proposalId) : ''
  const path = paths.amendment(slug, number, amendment)
  const about = {
    session: short,
    number,
    amendment,
    amends: amends?.number ?? 0,
    what: amends ? 'amendment' : deletes ? (state ? 'deletionTakenOver' : 'deletion') : 'text',
    state,
    delegation: delegationName,
    address: addressOf(path),
  }
  const recipients = await writeToDelegations(tx, [...concerned], ({ name }) => ({
    matter: 'suggestedChanges',
    path,
    subject: t('amended.subject', about),
    text: t('amended.text', { ...about, name }),
  }))
  await tellFollowers(tx, 'amended', proposalId, {
    except: [delegationId],
    informed: recipients,
    path,
  })
}

/** The delegations that stand for a text that is changed: that of an amendment, or of its proposal. */
async function standForText(tx: Tx, proposalId: string, amendmentId: string | null) {
  const { takeOvers: _, ...ofAmendment } = standing
  const changed = amendmentId
    ? await tx.amendment.findUniqueOrThrow({ where: { id: amendmentId }, select: ofAmendment })
    : await tx.proposal.findUniqueOrThrow({ where: { id: proposalId }, select: standing })
  return new Set(standingIds({ takeOvers: [], ...changed }))
}

type ActOnReleased = {
  id: string
  slug: string
  sessionId: string
  delegationId: string
  proposalNumber: number
  number: number
}

/**
 * Tells that a suggested change was withdrawn: its delegation gets a receipt, its co-sponsors and those who stand for the
 * text a letter.
 */
export async function tellAmendmentWithdrawn(
  tx: Tx,
  amendment: ActOnReleased,
  at: Date,
): Promise<void> {
  const t = letters()
  const { path, about } = await aboutReleased(tx, amendment)
  const values = { ...about, time: printSeatTime(at) }
  const { delegationId } = amendment
  await writeToDelegations(tx, [delegationId], ({ name }) => ({
    matter: 'always',
    path,
    subject: t('amendmentReceipt.subject', values),
    text: t('amendmentReceipt.text', { ...values, name }),
  }))
  const { proposalId, amendsId, coSponsorships } = await tx.amendment.findUniqueOrThrow({
    where: { id: amendment.id },
    select: { proposalId: true, amendsId: true, coSponsorships: standing.coSponsorships },
  })
  const concerned = await standForText(tx, proposalId, amendsId)
  for (const party of coSponsorships) concerned.add(party.delegationId)
  concerned.delete(delegationId)
  await writeToDelegations(tx, [...concerned], ({ name }) => ({
    matter: 'withdrawals',
    path,
    subject: t('amendmentWithdrawn.subject', values),
    text: t('amendmentWithdrawn.text', { ...values, name }),
  }))
}

/** Tells the delegation that suggested a change that somebody else answered, without the words. */
export async function tellAmendmentAnswered(
  tx: Tx,
  amendment: ActOnReleased,
  by: string | null,
): Promise<void> {
  if (by === amendment.delegationId) return
  const t = letters()
  const { path, about } = await aboutReleased(tx, amendment)
  const to = [amendment.delegationId]
  await writeToDelegations(tx, to, ({ name }) => ({
    matter: 'answers',
    path,
    subject: t('amendmentAnswered.subject', about),
    text: t('amendmentAnswered.text', { ...about, name }),
  }))
}

async function aboutReleased(tx: Tx, { slug, sessionId, proposalNumber, number }: ActOnReleased) {
  const path = paths.amendment(slug, proposalNumber, number)
  const { short: session } = await letterSession(tx, sessionId)
  const about = { session, number: proposalNumber, amendment: number, address: addressOf(path) }
  return { path, about }
}
