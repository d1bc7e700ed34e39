import type { Metadata } from 'next'
import { SilenceRows } from '@/components/silence/silence-rows'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { conductsSilence, listSilences } from '@/lib/silence/queries'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('silence')('title'),
})

/** The procedures of the session that this person may read. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('silence')
  const conducts = await conductsSilence(actor, session)
  const silences = await listSilences(actor, session)
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          conducts && (
            <a href={paths.newSilence(session.slug)} className="button button-main">
              {t('prepare')}
            </a>
          )
        }
      >
        {t('lead')}
      </PageHeading>
      {silences.length === 0 ? (
        conducts ? (
          <Empty title={t('nonePrepared')}>
            <a href={paths.newSilence(session.slug)}>{t('prepare')}</a>
          </Empty>
        ) : (
          <Empty title={t('none')}>{t('noneHint')}</Empty>
        )
      ) : (
        <SilenceRows silences={silences} slug={session.slug} />
      )}
    </>
  )
})
