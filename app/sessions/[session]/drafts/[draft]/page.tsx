import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActForm } from '@/components/ui/act-form'
import { Deadline } from '@/components/time/deadline'
import { DraftForm } from '@/components/proposals/draft-form'
import { PageHeading } from '@/components/ui/page-heading'
import { RevisedMeanwhile } from '@/components/proposals/revised-meanwhile'
import { page } from '@/lib/http/access'
import { printSeatTime } from '@/lib/clock'
import { paths } from '@/lib/paths'
import { getDraft, listProposalAgenda } from '@/lib/proposals/drafts/queries'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { discard, rebase, write } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('drafts')('one'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('drafts')
  const [draft, agenda] = await Promise.all([
    getDraft(actor, session, params.draft),
    listProposalAgenda(session),
  ])
  const { submitted, revises } = draft
  if (submitted) redirect(paths.receipt(session.slug, submitted.number, submitted.revision))
  return (
    <>
      <PageHeading
        trail={[{ href: paths.drafts(session.slug), label: t('title') }]}
        title={revises ? t('revisionOf', { number: revises.number }) : t('proposal')}
      >
        <p>
          {t('confidential')}{' '}
          {t('written', {
            name: draft.writtenBy,
            time: printSeatTime(draft.updatedAt),
          })}
        </p>
        {session.submission?.open && (
          <p>
            {t('openUntil')} <Deadline until={session.submission.openUntil} />
          </p>
        )}
      </PageHeading>
      {revises && revises.current > revises.base && (
        <RevisedMeanwhile draft={draft} revises={revises} slug={session.slug} action={rebase} />
      )}
      <DraftForm
        key={draft.version}
        draft={draft}
        agenda={agenda}
        slug={session.slug}
        copyId={randomUUID()}
        action={write}
      />
      <ActForm
        action={discard}
        className="mt-12 border-t border-line pt-4"
        values={{ id: draft.id, version: draft.version }}
        button={t('discard')}
        tone="plain"
      />
    </>
  )
})
