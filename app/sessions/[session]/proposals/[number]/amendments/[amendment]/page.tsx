import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { after } from 'next/server'
import { AmendmentActions } from '@/components/amendments/amendment-actions'
import { AmendmentAnswers } from '@/components/amendments/amendment-answers'
import { AmendmentRelated, RelatedActs } from '@/components/amendments/amendment-related'
import { AmendmentStatus } from '@/components/amendments/amendment-status'
import { GroupMembers } from '@/components/groups/on-behalf'
import { Marked } from '@/components/text/marked'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { amendedView, waits } from '@/lib/amendments/negotiation/amended-view'
import { canDecideAmendments, canDecideChange, canDraftAmendment } from '@/lib/amendments/policy'
import { getAmendment, listRevisionBodies } from '@/lib/amendments/queries'
import { printSeatTime } from '@/lib/clock'
import { paths } from '@/lib/paths'
import { isWithdrawn } from '@/lib/proposals/policy'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { noteVisit } from '@/lib/proposals/visits/commands'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { getSession } from '@/lib/sessions/queries'
import { formatter, translations } from '@/lib/messages'
import { answer, coSponsor, decline, leave, start, takeIn } from '../actions'
import { apart } from '@/lib/text/apart'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ amendment: string }>
}): Promise<Metadata> => ({
  title: translations('amendments')('title', {
    number: (await params).amendment,
  }),
})

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  after(() => noteVisit(actor, proposal))
  const { number, currentNumber: current, language } = proposal
  const t = translations('amendments.one')
  const ta = translations('amendments')
  const tp = translations('proposals.one')
  const [released, bodies] = await Promise.all([
    getAmendment(actor, proposal.id, readNumber(params.amendment)),
    listRevisionBodies(actor, proposal.id),
  ])
  const { slug } = session
  const view = amendedView({ bodies, current, language }, [released], { which: 'all' })
  const amendment = view.amendments[0]!
  const { delegationName: name, coSponsors, withdrawnAt, reason } = amendment
  const open = session.comments?.open === true
  const amendable = open && !isWithdrawn(proposal) && waits(amendment) && amendment.text !== ''
  const suggests =
    amendable &&
    canDraftAmendment(actor, { sessionId: session.id, authorDelegationId: amendment.delegationId })
  const decides =
    open &&
    amendment.amends !== null &&
    canDecideChange(actor, {
      withdrawn: withdrawnAt !== null,
      declined: amendment.decline !== null,
      amended: { sessionId: session.id, ...amendment.amends },
      proposalWithdrawn: isWithdrawn(proposal),
    }).allowed
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposal(slug, number), label: tp('title', { number }) },
          { href: paths.amendments(slug, number), label: ta('all') },
        ]}
        title={ta('title', { number: amendment.number })}
      >
        {t('released', {
          time: printSeatTime(amendment.releasedAt),
          number: amendment.revisionNumber,
        })}
      </PageHeading>
      {search.new !== undefined && (
        <p role="status" className="mb-6 border-s-4 border-accent bg-accent-wash px-4 py-3">
          {t('new')}
        </p>
      )}
      {withdrawnAt && (
        <div className="mb-6 border-s-4 border-line-strong ps-4">
          <p className="font-semibold">
            {t('withdrawn', { name, time: printSeatTime(withdrawnAt) })}
          </p>
          {amendment.withdrawalReason && (
            <p dir="auto">{t('withdrawalReason', { reason: apart(amendment.withdrawalReason) })}</p>
          )}
        </div>
      )}
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <article>
          {amendment.label === 'unreadable' ? (
            <>
              <p className="text-quiet">{ta('unreadable')}</p>
              <p lang={language} dir="auto" className="text-of-record whitespace-pre-line">
                {amendment.text}
              </p>
            </>
          ) : (
            <Marked
              base={amendment.amends?.body ?? bodies.get(amendment.revisionNumber)!}
              next={amendment.body}
              language={language}
              unchangedText={ta('draft.same')}
            />
          )}
          <p className="mt-5 font-semibold">
            {t('by', { name: withGroup(name, amendment.onBehalf) })}
            {coSponsors.length > 0 && (
              <span className="block font-normal">
                {t('with', {
                  names: formatter.list(coSponsors.map((coSponsor) => coSponsor.name)),
                })}
              </span>
            )}
          </p>
          {amendment.onBehalf && <GroupMembers onBehalf={amendment.onBehalf} slug={slug} />}
          <section aria-labelledby="reason" className="mt-8 max-w-prose">
            <h2 id="reason" className="mb-1 font-semibold">
              {t('reason')}
            </h2>
            <p dir="auto" className="whitespace-pre-line break-words">
              {reason || <span className="text-quiet">{t('noReason')}</span>}
            </p>
          </section>
        </article>
        <aside className="grid content-start gap-8 text-sm">
          <AmendmentActions
            actor={actor}
            amendment={amendment}
            of={{ sessionId: session.id, slug, number, authorDelegationId: proposal.delegationId }}
            open={open && !isWithdrawn(proposal) && !amendment.replacedBy}
            acts={{ coSponsor, leave }}
          />
          <AmendmentRelated amendment={amendment} of={{ slug, number }} />
          <RelatedActs
            amendment={amendment}
            proposalId={proposal.id}
            newId={randomUUID()}
            suggest={suggests ? start : null}
            decide={decides ? { takeIn, decline } : null}
          />
          <AmendmentStatus
            amendment={amendment}
            current={current}
            desk={
              canDecideAmendments(actor, {
                sessionId: session.id,
                authorDelegationId: proposal.delegationId,
              }) &&
              proposal.withdrawnAt === null &&
              waits(amendment)
                ? paths.joining(slug, number, amendment.number)
                : null
            }
            textAddress={`${paths.amendments(slug, number)}?show=one-${amendment.number}`}
          />
        </aside>
      </div>
      <AmendmentAnswers
        actor={actor}
        amendment={amendment}
        sessionId={session.id}
        newId={randomUUID()}
        action={open ? answer : null}
      />
    </>
  )
})
