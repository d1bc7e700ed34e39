import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { DraftForm } from '@/components/drafts/draft-form'
import { DraftLive } from '@/components/drafts/draft-live'
import { DraftNotes } from '@/components/drafts/draft-notes'
import { ClientMessages } from '@/components/messages/client-messages'
import { RevisedMeanwhile } from '@/components/proposals/revised-meanwhile'
import { PeriodLine } from '@/components/time/period-line'
import { Confirmed } from '@/components/ui/confirmed'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { membershipIn } from '@/lib/delegations/actor'
import { page, titled } from '@/lib/http/access'
import { getDraft } from '@/lib/proposals/drafts/queries'
import { translations } from '@/lib/messages'
import { draftTitle } from './draft-title'
import { paths } from '@/lib/paths'
import { listDraftNotes, listDraftStates } from '@/lib/proposals/drafts/care-queries'
import { listProposalAgenda, listWhoMaySubmit } from '@/lib/proposals/drafts/queries'
import { listOwnGroups } from '@/lib/sessions/attribution/queries'
import { getSession } from '@/lib/sessions/queries'
import { discard, note, rebase, write } from '../actions'
import { openedDraft } from './opened'

export const generateMetadata = titled(
  'participant',
  () => translations('drafts')('one'),
  async (actor, { params }) => {
    const session = await getSession(actor, params.session!)
    return draftTitle(await getDraft(actor, session, params.draft))
  },
)

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('drafts')
  const draft = await openedDraft(actor, session, params.draft)
  const { submitted, revises } = draft
  const { slug } = session
  if (submitted) redirect(paths.receipt(slug, submitted.number, submitted.revision))
  const [agenda, states, notes, submitters, groups] = await Promise.all([
    listProposalAgenda(session),
    listDraftStates(actor, session, draft.id),
    listDraftNotes(actor, session, draft.id),
    listWhoMaySubmit(actor, session),
    listOwnGroups(actor, session),
  ])
  const maySubmit = membershipIn(actor, session.id)?.maySubmit === true
  return (
    <>
      <PageHeading
        trail={[{ href: paths.drafts(slug), label: t('title') }]}
        title={revises ? t('revisionOf', { number: revises.number }) : t('proposal')}
      >
        <p>
          {t('confidential')}{' '}
          {t('written', { name: draft.writtenBy, time: printSeatTime(draft.updatedAt) })}
          {states.length > 0 && (
            <>
              {' '}
              <a href={paths.draftStates(slug, draft.id)}>
                {t('earlier.link', { count: states.length })}
              </a>
            </>
          )}
        </p>
        <PeriodLine
          session={session}
          kind="submission"
          open={t('openUntil')}
          never={t('notOpen')}
        />
      </PageHeading>
      {revises && revises.current > revises.base && (
        <RevisedMeanwhile draft={draft} revises={revises} slug={slug} action={rebase} />
      )}
      <ClientMessages namespaces={['drafts.live', 'live']}>
        <DraftLive
          address={paths.draftStream(slug, draft.id)}
          version={draft.version}
          me={actor.personId}
        />
      </ClientMessages>
      <DraftForm
        key={draft.version}
        draft={draft}
        agenda={agenda}
        groups={groups}
        slug={slug}
        copyId={randomUUID()}
        action={write}
      />
      <div className="max-w-3xl">
        <DraftNotes
          draftId={draft.id}
          notes={notes}
          submitters={maySubmit ? [] : submitters}
          action={note}
        />
        <div className="mt-10 border-t border-line pt-4">
          <Confirmed title={t('discard')} label={t('discard')} action={discard}>
            <input type="hidden" name="id" value={draft.id} />
            <p className="max-w-prose">{t('discardMeans')}</p>
          </Confirmed>
        </div>
      </div>
    </>
  )
})
