import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/empty'
import { PageHeading } from '@/components/page-heading'
import { SessionRows } from '@/components/session-rows'
import { page } from '@/lib/access'
import { paths } from '@/lib/paths'
import { listSessions } from '@/lib/sessions/overview-queries'
import { canCreateSession } from '@/lib/sessions/policy'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('sessions'))('title'),
})

export default page('participant', async (actor) => {
  const [t, sessions] = await Promise.all([getTranslations('sessions'), listSessions(actor)])
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          canCreateSession(actor) && (
            <a href={paths.newSession} className="button button-main">
              {t('new')}
            </a>
          )
        }
      />
      {sessions.length === 0 ? (
        <Empty title={t('none')}>{t('noneHint')}</Empty>
      ) : (
        <SessionRows sessions={sessions} />
      )}
    </>
  )
})
