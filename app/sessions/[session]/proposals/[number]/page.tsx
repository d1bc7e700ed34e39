import type { Metadata } from 'next'
import { GroupMembers } from '@/components/groups/on-behalf'
import { CoSponsorLines } from '@/components/proposals/frame/co-sponsor-lines'
import { ChangedSince } from '@/components/proposals/changed-since'
import { WithdrawnNotice } from '@/components/proposals/withdrawn-notice'
import { TextOfRecord } from '@/components/text/text-of-record'
import { page } from '@/lib/http/access'
import { getDiscussedProposal } from '@/lib/comments/queries'
import { isWithdrawn } from '@/lib/proposals/policy'
import { readNumber } from '@/lib/proposals/number'
import { getRevisions } from '@/lib/proposals/queries'
import { newSince } from '@/lib/proposals/visits/visit'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { commentReferences, ProposalComments } from './comments/section'
import { ProposalPart } from './frame'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ number: string }>
}): Promise<Metadata> => ({
  title: translations('proposals.one')('title', { number: (await params).number }),
})

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const number = readNumber(params.number)
  const [{ proposal, discussion }, groups] = await Promise.all([
    getDiscussedProposal(actor, session, number),
    session.comments?.open ? listOwnGroups(actor, session) : [],
  ])
  const since = newSince(proposal.look, proposal.currentNumber)
  const revision = since?.revision ?? proposal.currentNumber
  const [earlier] =
    revision < proposal.currentNumber ? await getRevisions(actor, session, number, [revision]) : []
  const t = translations('proposals.one')
  const references = commentReferences(discussion, proposal)
  return (
    <ProposalPart actor={actor} session={session} proposal={proposal} part="text">
      <WithdrawnNotice proposal={proposal} />
      {earlier && <ChangedSince earlier={earlier} proposal={proposal} />}
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <article>
          <div className="sm:[&>div:not(:lang(ar))]:text-[1.375rem]">
            <TextOfRecord
              id="text"
              document={proposal.body}
              language={proposal.language}
              references={references}
            />
          </div>
          <div className="mt-5 text-sm">
            <p className="font-semibold">
              {t('by', { name: withGroup(proposal.delegationName, proposal.onBehalf) })}
            </p>
            {proposal.onBehalf && <GroupMembers onBehalf={proposal.onBehalf} slug={session.slug} />}
            <CoSponsorLines {...proposal} />
          </div>
          {proposal.explanation && (
            <section aria-labelledby="explanation" className="mt-8 max-w-prose">
              <h2 id="explanation" className="mb-1 font-semibold">
                {t('explanation')}
              </h2>
              <p dir="auto" lang={proposal.language} className="whitespace-pre-line break-words">
                {proposal.explanation}
              </p>
            </section>
          )}
        </article>
        <div className="proposal-margin">
          <ProposalComments
            actor={actor}
            session={session}
            discussion={discussion}
            groups={groups}
            proposal={{
              id: proposal.id,
              number: proposal.number,
              currentNumber: proposal.currentNumber,
              withdrawn: isWithdrawn(proposal),
              text: proposal.text,
            }}
            newSince={since?.at ?? null}
            search={search}
          />
        </div>
      </div>
    </ProposalPart>
  )
})
