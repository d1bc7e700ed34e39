import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { Confirmed } from '@/components/ui/confirmed'
import { AmendmentForm } from '@/components/amendments/amendment-form'
import { AmendmentMeanwhile } from '@/components/amendments/amendment-meanwhile'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { getAmendmentDraft } from '@/lib/amendments/drafts/queries'
import { printSeatTime } from '@/lib/clock'
import { paths } from '@/lib/paths'
import { readNumber } from '@/lib/proposals/number'
import { getProposal } from '@/lib/proposals/queries'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { carry, discard, write } from '../../actions'
import { DraftDeadline, endOf } from './draft-deadline'
import { titledOfProposal } from '../../../title'

export const generateMetadata = titledOfProposal(() => translations('amendments.draft')('one'))

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const proposal = await getProposal(actor, session, readNumber(params.number))
  const { id, number } = proposal
  const t = translations('amendments.draft')
  const ta = translations('amendments')
  const tp = translations('proposals.one')
  const [draft, groups] = await Promise.all([
    getAmendmentDraft(actor, { id, sessionId: session.id }, params.draft),
    listOwnGroups(actor, session),
  ])
  const { slug } = session
  if (draft.releasedAs) redirect(paths.amendment(slug, number, draft.releasedAs))
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposal(slug, number), label: tp('title', { number }) },
          { href: paths.amendments(slug, number), label: ta('all') },
        ]}
        title={
          draft.amends
            ? t('amendsTitle', { name: draft.amends.name, number: draft.amends.number })
            : t('title', { number })
        }
      >
        <p>
          {t('confidential')}{' '}
          {ta('written', { name: draft.writtenBy, time: printSeatTime(draft.updatedAt) })}
        </p>
        <DraftDeadline session={session} end={endOf(proposal, draft)} />
      </PageHeading>
      {!draft.amends && proposal.currentNumber > draft.revisionNumber && (
        <AmendmentMeanwhile draft={draft} proposal={proposal} slug={slug} action={carry} />
      )}
      <AmendmentForm
        key={draft.version}
        draft={draft}
        groups={groups}
        proposal={proposal}
        slug={slug}
        copyId={randomUUID()}
        action={write}
      />
      <div className="mt-12 border-t border-line pt-4">
        <Confirmed title={t('discard')} label={t('discard')} action={discard}>
          <input type="hidden" name="id" value={draft.id} />
          <p className="max-w-prose">{t('discardMeans')}</p>
        </Confirmed>
      </div>
    </>
  )
})
