import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import {
  canCoSponsorProposal,
  canLeaveCoSponsorship,
  canReviseProposal,
  canWithdrawProposal,
} from '@/lib/proposals/policy'
import type { ProposalView } from '@/lib/proposals/queries'
import { translations } from '@/lib/messages'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'

export type ProposalActs = { revise: FormAction; coSponsor: FormAction; leave: FormAction }

/** What this reader can do with a proposal; nothing where there is nothing to do. */
export function ProposalActions({
  actor,
  proposal,
  session,
  acts,
}: {
  actor: Actor
  proposal: ProposalView
  session: { id: string; slug: string }
  acts: ProposalActs
}) {
  const t = translations('proposals.one')
  const { id, number, delegationId, currentNumber } = proposal
  const authored = { sessionId: session.id, delegationId }
  const own = membershipIn(actor, session.id)?.delegationId
  const joined = proposal.coSponsors.find((one) => one.delegationId === own)
  const active = proposal.withdrawnAt === null
  const revises = active && canReviseProposal(actor, authored)
  const withdraws = canWithdrawProposal(actor, proposal).allowed
  const joins = canCoSponsorProposal(actor, proposal).allowed
  const leaves = joined !== undefined && canLeaveCoSponsorship(actor, proposal).allowed
  const agrees = joins && joined?.revision !== currentNumber
  if (!revises && !withdraws && !agrees && !leaves) return null

  return (
    <section aria-labelledby="actions" className="no-print grid justify-items-start gap-2">
      <h2 id="actions" className="font-semibold">
        {t('actions')}
      </h2>
      {revises && (
        <ActForm
          action={acts.revise}
          values={{ proposalId: id }}
          button={t('revise')}
          tone="quiet"
        />
      )}
      {agrees && (
        <ActForm
          action={acts.coSponsor}
          values={{ proposalId: id, revisionNumber: currentNumber }}
          button={joined ? t('agreeAgain', { number: currentNumber }) : t('coSponsor')}
          tone="quiet"
        />
      )}
      {leaves && (
        <ActForm action={acts.leave} values={{ proposalId: id }} button={t('leave')} tone="plain" />
      )}
      {withdraws && (
        <a href={paths.withdraw(session.slug, number)} className="button button-plain">
          {t('withdraw')}
        </a>
      )}
    </section>
  )
}
