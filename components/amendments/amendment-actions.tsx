import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { canCoSponsorAmendment, canWithdrawAmendment } from '@/lib/amendments/policy'
import type { AmendmentView } from '@/lib/amendments/queries'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** What this reader can do with an amendment; nothing where there is nothing to do. */
export function AmendmentActions({
  actor,
  amendment,
  of,
  open,
  acts,
}: {
  actor: Actor
  amendment: AmendmentView
  of: { sessionId: string; slug: string; number: number }
  /** Whether one can still join it. */
  open: boolean
  acts: { join: FormAction; leave: FormAction }
}) {
  const t = translations('amendments.one')
  const { id, number, delegationId, withdrawnAt } = amendment
  const about = { sessionId: of.sessionId, delegationId }
  const own = membershipIn(actor, of.sessionId)?.delegationId
  const joined = amendment.coSponsors.some((one) => one.delegationId === own)
  const mayJoin = canCoSponsorAmendment(actor, about)
  const joins = mayJoin && !joined && open && withdrawnAt === null
  const withdraws = canWithdrawAmendment(actor, about) && withdrawnAt === null
  if (!joins && !withdraws && !(mayJoin && joined)) return null
  const act = joined ? acts.leave : acts.join
  return (
    <section aria-labelledby="actions" className="no-print grid justify-items-start gap-2">
      <h2 id="actions" className="font-semibold">
        {t('actions')}
      </h2>
      {(joins || (mayJoin && joined)) && (
        <ActForm
          action={act}
          className="grid gap-2"
          values={{ id }}
          button={t(joined ? 'leave' : 'join')}
          tone={joined ? 'plain' : 'quiet'}
        />
      )}
      {withdraws && (
        <a
          href={paths.withdrawAmendment(of.slug, of.number, number)}
          className="button button-plain"
        >
          {t('withdraw')}
        </a>
      )}
    </section>
  )
}
