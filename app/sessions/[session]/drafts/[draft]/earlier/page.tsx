import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { titledOfDraft } from '../draft-title'
import { paths } from '@/lib/paths'
import { listDraftStates } from '@/lib/proposals/drafts/care-queries'
import { getSession } from '@/lib/sessions/queries'
import { openedDraft } from '../opened'

export const generateMetadata = titledOfDraft(() => translations('drafts.earlier')('title'))

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const draft = await openedDraft(actor, session, params.draft)
  const states = await listDraftStates(actor, session, draft.id)
  const t = translations('drafts')
  const { slug } = session
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.drafts(slug), label: t('title') },
          { href: paths.draft(slug, draft.id), label: t('one') },
        ]}
        title={t('earlier.title')}
      >
        {t('earlier.lead')}
      </PageHeading>
      {states.length === 0 ? (
        <Empty title={t('earlier.none')}>{t('earlier.noneHint')}</Empty>
      ) : (
        <ul className="max-w-3xl border-t border-line">
          {states.map(({ version, writtenBy, writtenAt }) => (
            <li key={version} className="border-b border-line py-3">
              <a href={paths.draftState(slug, draft.id, version)} className="font-semibold">
                {printSeatTime(writtenAt)}
              </a>{' '}
              <span className="text-quiet">{t('earlier.by', { name: writtenBy })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
})
