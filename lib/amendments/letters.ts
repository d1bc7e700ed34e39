import 'server-only'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'

type Released = {
  proposalId: string
  sessionId: string
  delegationId: string
  delegationName: string
  /** Of the proposal, and of the suggested change. */
  number: number
  amendment: number
}

/** Tells the author of a proposal and its co-sponsors of a suggested change, without its words. */
export async function tellAmendment(tx: Tx, released: Released): Promise<void> {
  const t = letters()
  const { proposalId, sessionId, delegationId, delegationName, number, amendment } = released
  const { slug, short } = await letterSession(tx, sessionId)
  const { coSponsorships, ...proposal } = await tx.proposal.findUniqueOrThrow({
    where: { id: proposalId },
    select: {
      delegationId: true,
      coSponsorships: { where: { leftAt: null }, select: { delegationId: true } },
    },
  })
  const concerned = new Set([
    proposal.delegationId,
    ...coSponsorships.map((one) => one.delegationId),
  ])
  concerned.delete(delegationId)
  const about = {
    session: short,
    number,
    amendment,
    delegation: delegationName,
    address: addressOf(paths.amendment(slug, number, amendment)),
  }
  await writeToDelegations(tx, [...concerned], ({ name }) => ({
    subject: t('amended.subject', about),
    text: t('amended.text', { ...about, name }),
  }))
}
