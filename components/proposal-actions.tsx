import { type Actor, placeIn } from '@/lib/delegations/actor'
import type { FormState } from '@/lib/form-state'
import { paths } from '@/lib/paths'
import {
  canCoSponsorProposal,
  canReviseProposal,
  canWithdrawProposal,
} from '@/lib/proposals/policy'
import type { ProposalView } from '@/lib/proposals/queries'
import { translations } from '@/lib/translations'
import { Form, SubmitButton } from './form'

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>
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
  const own = placeIn(actor, session.id)?.delegationId
  const joined = proposal.coSponsors.find((one) => one.delegationId === own)
  const standing = proposal.withdrawnAt === null
  const revises = standing && canReviseProposal(actor, authored)
  const withdraws = standing && canWithdrawProposal(actor, authored)
  const joins = canCoSponsorProposal(actor, authored)
  const agrees = standing && joins && joined?.revision !== currentNumber
  if (!revises && !withdraws && !agrees && !(joins && joined)) return null

  const which = <input type="hidden" name="proposalId" value={id} />
  return (
    <section aria-labelledby="actions" className="no-print grid justify-items-start gap-2">
      <h2 id="actions" className="font-semibold">
        {t('actions')}
      </h2>
      {revises && (
        <Form action={acts.revise} className="grid gap-2">
          {which}
          <SubmitButton tone="quiet">{t('revise')}</SubmitButton>
        </Form>
      )}
      {agrees && (
        <Form action={acts.coSponsor} className="grid gap-2">
          {which}
          <input type="hidden" name="revisionNumber" value={currentNumber} />
          <SubmitButton tone="quiet">
            {joined ? t('agreeAgain', { number: currentNumber }) : t('coSponsor')}
          </SubmitButton>
        </Form>
      )}
      {joins && joined && (
        <Form action={acts.leave} className="grid gap-2">
          {which}
          <SubmitButton tone="plain">{t('leave')}</SubmitButton>
        </Form>
      )}
      {withdraws && (
        <a href={paths.withdraw(session.slug, number)} className="button button-plain">
          {t('withdraw')}
        </a>
      )}
    </section>
  )
}
