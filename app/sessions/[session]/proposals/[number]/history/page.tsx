import type { Metadata } from 'next'
import { GroupMembers } from '@/components/groups/on-behalf'
import { CoSponsorLines } from '@/components/proposals/frame/co-sponsor-lines'
import { ProposalFacts, RevisionHistory } from '@/components/proposals/proposal-history'
import { page } from '@/lib/http/access'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { ProposalPart } from '../frame'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ number: string }>
}): Promise<Metadata> => ({
  title: translations('proposals.history')('pageTitle', { number: (await params).number }),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const t = translations('proposals.history')
  return (
    <ProposalPart actor={actor} session={session} proposal={proposal} part="history">
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="revisions">
          <h2 id="revisions" className="mb-4 font-serif text-xl font-semibold">
            {t('revisions')}
          </h2>
          <RevisionHistory proposal={proposal} slug={session.slug} />
        </section>
        <section aria-labelledby="about">
          <h2 id="about" className="mb-4 font-semibold">
            {t('about')}
          </h2>
          <ProposalFacts proposal={proposal} />
          <div className="mt-3 text-sm">
            {proposal.onBehalf && (
              <>
                <p>{withGroup(proposal.delegationName, proposal.onBehalf)}</p>
                <GroupMembers onBehalf={proposal.onBehalf} slug={session.slug} />
              </>
            )}
            <CoSponsorLines {...proposal} />
          </div>
        </section>
      </div>
    </ProposalPart>
  )
})
