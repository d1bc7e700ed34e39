import type { Metadata } from 'next'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { SessionRows } from '@/components/sessions/session-rows'
import { listSessionRows } from '@/lib/desk/session-queries'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { canCreateSession } from '@/lib/sessions/policy'
import { translations } from '@/lib/messages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sessions')('title'),
})

export default page('participant', async (actor) => {
  const t = translations('sessions')
  const sessions = await listSessionRows(actor)
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <>
            <a href={paths.groups} className="button">
              {t('groups')}
            </a>
            {canCreateSession(actor) && (
              <>
                <a href={paths.imports} className="button">
                  {t('import')}
                </a>
                <a href={paths.importSession} className="button">
                  {translations('sessionFile')('title')}
                </a>
                <a href={paths.newSession} className="button button-main">
                  {t('new')}
                </a>
              </>
            )}
          </>
        }
      />
      {sessions.length === 0 ? (
        <Empty title={t('none')}>
          {canCreateSession(actor) ? (
            <a href={paths.newSession}>{t('noneSecretariat')}</a>
          ) : (
            t('noneHint')
          )}
        </Empty>
      ) : (
        <SessionRows sessions={sessions} />
      )}
    </>
  )
})
