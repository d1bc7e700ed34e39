import { Confirmed } from '@/components/ui/confirmed'
import type { FormAction } from '@/components/ui/form'
import {
  canCoSponsorAmendment,
  canLeaveAmendment,
  canWithdrawAmendment,
} from '@/lib/amendments/policy'
import type { AmendmentView } from '@/lib/amendments/queries'
import { type Actor, membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** This reader's acts on an amendment; nothing without any. */
export function AmendmentActions({
  actor,
  amendment,
  of,
  open,
  acts,
}: {
  actor: Actor
  amendment: AmendmentView
  of: { sessionId: string; slug: string; number: number; authorDelegationId: string }
  /** Whether it can still be co-sponsored. */
  open: boolean
  acts: { coSponsor: FormAction; leave: FormAction }
}) {
  const t = translations('amendments.one')
  const { id, number, delegationId, withdrawnAt } = amendment
  const { authorDelegationId } = of
  const about = { sessionId: of.sessionId, delegationId, authorDelegationId }
  const place = membershipIn(actor, of.sessionId)
  const joined = amendment.coSponsors.some(
    (coSponsor) => coSponsor.delegationId === place?.delegationId,
  )
  const coSponsors = canCoSponsorAmendment(actor, about) && !joined && open && withdrawnAt === null
  const leaves = joined && canLeaveAmendment(actor, about)
  const withdraws = canWithdrawAmendment(actor, about) && withdrawnAt === null
  if (!coSponsors && !withdraws && !leaves) return null
  return (
    <section aria-labelledby="actions" className="no-print grid justify-items-start gap-2">
      <h2 id="actions" className="font-semibold">
        {t('actions')}
      </h2>
      {(coSponsors || leaves) && (
        <Confirmed
          title={t(leaves ? 'leave' : 'coSponsor')}
          label={t(leaves ? 'leave' : 'coSponsor')}
          action={leaves ? acts.leave : acts.coSponsor}
          tone={leaves ? 'alarm' : 'main'}
        >
          <input type="hidden" name="id" value={id} />
          <p className="max-w-prose">
            {t(leaves ? 'leaveMeans' : 'coSponsorMeans', {
              name: place?.delegationName ?? '',
              number,
              author: amendment.delegationName,
            })}
          </p>
        </Confirmed>
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
