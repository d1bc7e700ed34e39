import type { Metadata } from 'next'
import { PageHeading } from '@/components/ui/page-heading'
import { TextOfRecord } from '@/components/text/text-of-record'
import { WithdrawForm } from '@/components/proposals/withdraw-form'
import { page } from '@/lib/http/access'
import { requireAllowed } from '@/lib/decision'
import { Refused } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { getTakeOverRule } from '@/lib/proposals/withdrawal/take-over-rule'
import { readNumber } from '@/lib/proposals/number'
import { canTakeOverProposal } from '@/lib/proposals/policy'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { takeOver } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('proposals.takeOver')('crumb'),
})

/** Takes over a withdrawn proposal for another Member State, after a look at its text. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { id, number, body, language } = proposal
  const decision = canTakeOverProposal(actor, proposal, await getTakeOverRule(proposal))
  if (!decision.allowed && decision.reason === 'forbidden')
    throw new Refused('not-found', 'notFound')
  requireAllowed(decision)
  const t = translations('proposals.takeOver')
  const list = translations('proposals.list')
  const back = paths.proposal(session.slug, number)
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposals(session.slug), label: list('title') },
          { href: back, label: translations('proposals.one')('title', { number }) },
        ]}
        title={t('title', { number })}
      >
        {t('explain')}
      </PageHeading>
      <div className="mb-8 border-s-2 border-line-strong ps-5">
        <TextOfRecord document={body} language={language} />
      </div>
      <WithdrawForm
        words="proposals.takeOver"
        action={takeOver}
        field="proposalId"
        id={id}
        back={back}
      />
    </>
  )
})
