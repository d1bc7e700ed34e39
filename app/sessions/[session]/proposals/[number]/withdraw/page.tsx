import type { Metadata } from 'next'
import { WithdrawalCheck } from '@/components/proposals/withdrawal-check'
import { page } from '@/lib/http/access'
import { requireAllowed } from '@/lib/decision'
import { Refused } from '@/lib/errors'
import { readNumber } from '@/lib/proposals/number'
import { canWithdrawProposal } from '@/lib/proposals/policy'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { withdraw } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('proposals.withdraw')('crumb'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const decision = canWithdrawProposal(actor, proposal)
  if (!decision.allowed && decision.reason === 'forbidden')
    throw new Refused('not-found', 'notFound')
  requireAllowed(decision)
  return (
    <WithdrawalCheck
      slug={session.slug}
      proposal={proposal}
      words="proposals.withdraw"
      action={withdraw}
    />
  )
})
