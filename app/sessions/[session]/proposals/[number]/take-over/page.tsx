import { WithdrawalCheck } from '@/components/proposals/withdrawal-check'
import { page, titled } from '@/lib/http/access'
import { requireAskable } from '@/lib/http/asking-page'
import { paths } from '@/lib/paths'
import { getTakeOverRule } from '@/lib/proposals/withdrawal/take-over-rule'
import { readNumber } from '@/lib/proposals/number'
import { canTakeOverProposal } from '@/lib/proposals/policy'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { takeOver } from '../actions'

export const generateMetadata = titled(
  'participant',
  () => translations('proposals.takeOver')('crumb'),
  async (_actor, { params }) => {
    const number = readNumber(params.number)
    return translations('proposals.takeOver')('title', { number })
  },
)

/** Takes over a withdrawn proposal for another Member State, after a look at its text. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const decision = canTakeOverProposal(actor, proposal, await getTakeOverRule(proposal))
  requireAskable(decision, paths.proposal(session.slug, proposal.number))
  return (
    <WithdrawalCheck
      slug={session.slug}
      proposal={proposal}
      words="proposals.takeOver"
      action={takeOver}
    />
  )
})
