import { WithdrawalCheck } from '@/components/proposals/withdrawal-check'
import { page, titled } from '@/lib/http/access'
import { requireAskable } from '@/lib/http/asking-page'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { canWithdrawProposal } from '@/lib/proposals/policy'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { withdraw } from '../actions'

export const generateMetadata = titled(
  'participant',
  () => translations('proposals.withdraw')('crumb'),
  async (_actor, { params }) => {
    const number = readNumber(params.number)
    return translations('proposals.withdraw')('title', { number })
  },
)

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const decision = canWithdrawProposal(actor, proposal)
  requireAskable(decision, paths.proposal(session.slug, proposal.number))
  return (
    <WithdrawalCheck
      slug={session.slug}
      proposal={proposal}
      words="proposals.withdraw"
      action={withdraw}
    />
  )
})
