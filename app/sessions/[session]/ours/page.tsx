import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Empty } from '@/components/ui/empty'
import { SessionLive } from '@/components/live/session-live'
import { OurCirculated } from '@/components/delegation-view/our-circulated'
import { OurAmendments, OurComments } from '@/components/delegation-view/our-remarks'
import { OurProposalEntry } from '@/components/delegation-view/our-proposal'
import { Pending } from '@/components/delegation-view/pending'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { listOwnComments } from '@/lib/circulation/compilation/queries/own'
import { canReplyToResponse } from '@/lib/circulation/responses/policy'
import { outcomeKinds } from '@/lib/consolidation/kinds'
import { findStockTaking, getOurs } from '@/lib/consolidation/delegation-view/queries'
import { canDisagree } from '@/lib/consolidation/policy'
import { paths } from '@/lib/paths'
import { roomVersion } from '@/lib/plenary/screen/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { disagree, look, replyToAnswer, withdraw } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('ours')('title'),
})

/** The outcome of all texts of the reader's delegation. Needs no script, and prints. */
export default page('participant', async (actor, { params }) => {
  const session = await findStockTaking(actor, await getSession(actor, params.session!))
  const [ours, circulated] = await Promise.all([
    getOurs(actor, session),
    listOwnComments(actor, session),
  ])
  const t = translations('ours')
  const tc = translations('consolidation')
  const proposals = ours.proposals.filter(
    ({ own, coSponsored, takenOver }) => own || coSponsored !== null || takenOver,
  )
  const items = new Map(
    proposals.flatMap((proposal) => proposal.items.map((item) => [item.id, item])),
  )
  const onLists = new Set(proposals.flatMap((proposal) => proposal.listedItems.map(({ id }) => id)))
  const itemIds = new Set<string>()
  const byId = new Map(ours.proposals.map((proposal) => [proposal.id, proposal]))
  const acts = {
    slug: session.slug,
    delegation: ours.delegationName,
    adopted: ours.adopted,
    disagree:
      ours.list && canDisagree(actor, ours.list).allowed ? { state: disagree, withdraw } : null,
  }
  const counts = [...outcomeKinds, null].flatMap((kind) => {
    const count = [...items.values()].filter(({ outcome }) => outcome === kind).length
    return count > 0
      ? [t('outcomeCount', { outcome: tc(`outcomes.${kind ?? 'none'}`), count })]
      : []
  })
  return (
    <>
      <PageHeading
        trail={
          session.kind === 'stockTaking'
            ? [{ href: paths.consolidation(session.slug), label: tc('title') }]
            : []
        }
        title={t('title')}
      >
        {t('about', { name: ours.delegationName })}
      </PageHeading>
      {ours.opened ? (
        <>
          <SessionLive
            address={paths.consolidationStream(session.slug)}
            version={roomVersion(session, ours)}
            asks
          />
          <Pending
            ours={ours}
            slug={session.slug}
            mayDisagree={acts.disagree !== null}
            look={look}
          />
        </>
      ) : (
        <p className="mb-8">{t('notOpened')}</p>
      )}
      <Section id="proposals" title={t('proposals')}>
        {proposals.length === 0 ? (
          <Empty title={t('noProposals')}>{t('noProposalsHint')}</Empty>
        ) : (
          <>
            <p className="mb-6">
              {t('summary', { count: onLists.size })}{' '}
              <span className="text-quiet">{counts.join(' · ')}</span>
            </p>
            <div
              className={`grid grid-cols-1 ${proposals.length > SHOWN_OPEN ? 'gap-3' : 'gap-9'}`}
            >
              {proposals.map((proposal) => {
                const first = proposal.items.map(({ id }) => id).filter((id) => !itemIds.has(id))
                for (const id of first) itemIds.add(id)
                return (
                  <OurProposalEntry
                    key={proposal.id}
                    proposal={proposal}
                    anchors={new Set(first)}
                    isFolded={proposals.length > SHOWN_OPEN}
                    {...acts}
                  />
                )
              })}
            </div>
          </>
        )}
      </Section>
      <Section id="amendments" title={t('amendments')}>
        {ours.amendments.length === 0 ? (
          <p className="text-quiet">{t('noAmendments')}</p>
        ) : (
          <OurAmendments amendments={ours.amendments} proposals={byId} />
        )}
      </Section>
      <Section id="comments" title={t('comments')}>
        {ours.comments.length === 0 ? (
          <p className="text-quiet">{t('noComments')}</p>
        ) : (
          <OurComments comments={ours.comments} proposals={byId} />
        )}
      </Section>
      {circulated.length > 0 && (
        <Section id="circulated" title={t('circulated')}>
          <OurCirculated
            comments={circulated}
            slug={session.slug}
            mayReply={(comment) =>
              canReplyToResponse(actor, {
                ...comment,
                sessionId: session.id,
                delegationName: comment.name,
              }).allowed
            }
            reply={replyToAnswer}
          />
        </Section>
      )}
    </>
  )
})

/** With more proposals each is one line that opens, so that all outcomes are visible at a glance, on a phone too. */
const SHOWN_OPEN = 8

const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="mb-12">
    <h2 id={id} className="mb-4 font-serif text-xl font-semibold">
      {title}
    </h2>
    {children}
  </section>
)
