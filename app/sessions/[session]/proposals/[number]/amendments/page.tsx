import type { Metadata } from 'next'
import { ActForm } from '@/components/ui/act-form'
import { AmendmentDrafts } from '@/components/amendments/amendment-drafts'
import { AmendmentFilter } from '@/components/amendments/amendment-filter'
import { AmendmentList } from '@/components/amendments/amendment-list'
import { PlaceList } from '@/components/amendments/negotiation/place-list'
import { WovenText } from '@/components/amendments/negotiation/woven-text'
import { DiscardedDrafts } from '@/components/drafts/discarded-drafts'
import { Empty } from '@/components/ui/empty'
import { page } from '@/lib/http/access'
import { amendedView, readShown } from '@/lib/amendments/negotiation/amended-view'
import { canDecideAmendments, canDraftAmendment } from '@/lib/amendments/policy'
import { listAmendmentDrafts, listDiscardedAmendmentDrafts } from '@/lib/amendments/drafts/queries'
import { listAmendments, listRevisionBodies } from '@/lib/amendments/queries'
import { paths } from '@/lib/paths'
import { isWithdrawn } from '@/lib/proposals/policy'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { ProposalPart } from '../frame'
import { putBack, start } from './actions'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ number: string }>
}): Promise<Metadata> => ({
  title: translations('amendments')('pageTitle', { number: (await params).number }),
})

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const t = translations('amendments')
  const place = { id: proposal.id, sessionId: session.id }
  const [amendments, bodies, drafts, discarded] = await Promise.all([
    listAmendments(actor, proposal.id),
    listRevisionBodies(actor, proposal.id),
    listAmendmentDrafts(actor, place),
    listDiscardedAmendmentDrafts(actor, place),
  ])
  const { number, currentNumber: current, language, delegationId } = proposal
  const of = { slug: session.slug, number }
  const address = paths.amendments(session.slug, number)
  const choice = readShown(search.show)
  const view = amendedView({ bodies, current, language }, amendments, choice)
  const open = session.comments?.open === true && !isWithdrawn(proposal)
  const authored = { sessionId: session.id, authorDelegationId: delegationId }
  const decides = canDecideAmendments(actor, authored) && proposal.withdrawnAt === null
  const suggests = open && canDraftAmendment(actor, authored)
  return (
    <ProposalPart actor={actor} session={session} proposal={proposal} part="changes">
      <div className="mb-6 text-sm text-quiet">
        {amendments.length > 0 && (
          <p>
            {t('lead', {
              count: view.chosen.length,
              woven: view.wovenCount,
              all: view.wovenCount === view.chosen.length ? 'yes' : 'no',
              revision: current,
            })}
          </p>
        )}
        <p>{isWithdrawn(proposal) ? t('proposalWithdrawn') : !open && t('closed')}</p>
      </div>
      {suggests && (
        <ActForm
          action={start}
          className="no-print mb-6"
          values={{ proposalId: proposal.id, deletes: 'yes' }}
          button={t('suggestDeletion')}
          tone="plain"
        />
      )}
      <AmendmentDrafts drafts={drafts} of={of} />
      {amendments.length > 1 && (
        <AmendmentFilter amendments={view.amendments} choice={choice} address={address} />
      )}
      <div className="grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <section aria-label={t('text')} className="lg:col-start-1">
          <WovenText
            paragraphs={view.paragraphs}
            amendments={view.amendments}
            language={language}
          />
          {view.chosen.length > 0 && view.places.length === 0 && (
            <p className="mt-4 text-quiet">{t('noneHere')}</p>
          )}
          {view.places.length > 0 && (
            <p className="no-print mt-4 text-sm">
              <a href={paths.negotiation(session.slug, number)}>{t('negotiationLink')}</a>
            </p>
          )}
        </section>
        {view.places.length > 0 && (
          <section aria-labelledby="places" className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <h2 id="places" className="mb-3 font-semibold">
              {t('places')}
            </h2>
            <PlaceList
              places={view.places}
              amendments={view.amendments}
              language={language}
              of={of}
            />
          </section>
        )}
        <section aria-labelledby="list" className="lg:col-start-1">
          <h2 id="list" className="mb-2 font-semibold">
            {t('list')}
          </h2>
          {amendments.length === 0 ? (
            <Empty title={t('none')}>{suggests && t('noneHint')}</Empty>
          ) : (
            <AmendmentList
              amendments={view.chosen}
              bodies={bodies}
              current={current}
              language={language}
              of={of}
              decides={decides}
            />
          )}
        </section>
      </div>
      <DiscardedDrafts
        drafts={discarded.map((draft) => ({ ...draft, language, discardedBy: '' }))}
        justNow={search.discarded}
        action={putBack}
      />
    </ProposalPart>
  )
})
