import { PageHeading } from '@/components/ui/page-heading'
import { WithdrawForm } from '@/components/proposals/withdraw-form'
import { page, titled } from '@/lib/http/access'
import { canWithdrawAmendment } from '@/lib/amendments/policy'
import { getAmendment } from '@/lib/amendments/queries'
import { allowedIf } from '@/lib/decision'
import { requireAskable } from '@/lib/http/asking-page'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { withdraw } from '../../actions'

export const generateMetadata = titled(
  'participant',
  () => translations('amendments.withdraw')('crumb'),
  async (_actor, { params }) => {
    const number = readNumber(params.amendment)
    return translations('amendments.withdraw')('title', { number })
  },
)

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const amendment = await getAmendment(actor, proposal.id, readNumber(params.amendment))
  const { id, number, delegationId, withdrawnAt } = amendment
  const t = translations('amendments.withdraw')
  const ta = translations('amendments')
  const tp = translations('proposals.one')
  const back = paths.amendment(session.slug, proposal.number, number)
  const mayWithdraw = canWithdrawAmendment(actor, { sessionId: session.id, delegationId })
  requireAskable(allowedIf(mayWithdraw, 'notFound'), back, { isDone: withdrawnAt !== null })
  return (
    <>
      <PageHeading
        trail={[
          {
            href: paths.proposal(session.slug, proposal.number),
            label: tp('title', { number: proposal.number }),
          },
          { href: paths.amendments(session.slug, proposal.number), label: ta('all') },
          { href: back, label: ta('title', { number }) },
        ]}
        title={t('title', { number })}
      >
        {t('explain')}
      </PageHeading>
      <WithdrawForm words="amendments.withdraw" action={withdraw} field="id" id={id} back={back} />
    </>
  )
})
