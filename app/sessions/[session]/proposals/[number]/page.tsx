import type { Metadata } from 'next'
import { ActForm } from '@/components/ui/act-form'
import { ProposalActions } from '@/components/proposals/proposal-actions'
import { ProposalAbout } from '@/components/proposals/proposal-about'
import { ProposalHeading } from '@/components/proposals/proposal-heading'
import { type Reference, TextOfRecord } from '@/components/text/text-of-record'
import { page } from '@/lib/http/access'
import { canDraftAmendment } from '@/lib/amendments/policy'
import { printSeatTime } from '@/lib/clock'
import { getDiscussedProposal } from '@/lib/comments/queries'
import { paths } from '@/lib/paths'
import { canTakeOverProposal, isWithdrawn } from '@/lib/proposals/policy'
import { getTakeOverRule } from '@/lib/proposals/withdrawal/take-over-rule'
import { byRevision } from '@/lib/proposals/co-sponsors'
import { readNumber } from '@/lib/proposals/number'
import { getSession } from '@/lib/sessions/queries'
import { formatter, translations } from '@/lib/messages'
import { revise } from '../../drafts/actions'
import { coSponsor, leave } from './actions'
import { start } from './amendments/actions'
import { ProposalComments } from './comments/section'

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
  const { proposal, discussion } = await getDiscussedProposal(actor, session, number)
  const t = translations('proposals.one')
  const ta = translations('amendments')
  const { withdrawnAt, takenOver, coSponsors, delegationName, amendments } = proposal
  const takesOver =
    isWithdrawn(proposal) &&
    canTakeOverProposal(actor, proposal, await getTakeOverRule(proposal)).allowed
  const authored = { sessionId: session.id, authorDelegationId: proposal.delegationId }
  const suggests =
    session.comments?.open === true && !isWithdrawn(proposal) && canDraftAmendment(actor, authored)
  const references = discussion.comments.flatMap((comment): Reference[] => {
    const { id, passageStart: start, passageEnd: end, delegationName: name } = comment
    if (start === null || end === null || comment.revisionNumber !== proposal.currentNumber)
      return []
    return [{ start, end, href: `#comment-${id}`, label: t('passage', { name }) }]
  })
  return (
    <>
      <ProposalHeading proposal={proposal} slug={session.slug} />
      {withdrawnAt && (
        <div className="mb-6 border-s-4 border-line-strong ps-4">
          <p className="font-semibold">
            {t('withdrawn', { name: delegationName, time: printSeatTime(withdrawnAt) })}
          </p>
          {proposal.withdrawalReason && (
            <p dir="auto">{t('withdrawalReason', { reason: proposal.withdrawalReason })}</p>
          )}
          {takenOver && (
            <p className="mt-1 font-semibold">
              {t('takenOver', { name: takenOver.name, time: printSeatTime(takenOver.at) })}
            </p>
          )}
          {takenOver?.reason && (
            <p dir="auto">{t('withdrawalReason', { reason: takenOver.reason })}</p>
          )}
          {takesOver && (
            <a
              href={paths.takeOver(session.slug, proposal.number)}
              className="button no-print mt-2"
            >
              {t('takeOver')}
            </a>
          )}
        </div>
      )}
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem] lg:grid-rows-[auto_1fr]">
        <article>
          <div className="sm:[&>div:not(:lang(ar))]:text-[1.375rem]">
            <TextOfRecord
              id="text"
              document={proposal.body}
              language={proposal.language}
              references={references}
            />
          </div>
          <p className="mt-5 font-semibold">
            {t('by', { name: delegationName })}
            {byRevision(coSponsors).map(({ revision, names }) => (
              <span key={revision} className="block font-normal">
                {t(revision === proposal.currentNumber ? 'coSponsoredBy' : 'coSponsoredAt', {
                  names: formatter.list(names),
                  revision,
                  current: proposal.currentNumber,
                })}
              </span>
            ))}
          </p>
          <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
            {amendments > 0 && (
              <a href={paths.amendments(session.slug, proposal.number)} className="way">
                {ta('link', { count: amendments })}
              </a>
            )}
            {suggests && (
              <ActForm
                action={start}
                values={{ proposalId: proposal.id }}
                button={ta('suggest')}
                tone="quiet"
                className="no-print contents"
              />
            )}
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
        <ProposalAbout proposal={proposal} slug={session.slug}>
          <ProposalActions
            actor={actor}
            proposal={proposal}
            session={session}
            acts={{ revise, coSponsor, leave }}
          />
        </ProposalAbout>
        <ProposalComments
          actor={actor}
          session={session}
          discussion={discussion}
          proposal={{
            id: proposal.id,
            number: proposal.number,
            currentNumber: proposal.currentNumber,
            withdrawn: isWithdrawn(proposal),
          }}
          search={search}
        />
      </div>
    </>
  )
})
