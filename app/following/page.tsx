import type { Metadata } from 'next'
import { FollowedRows } from '@/components/desk/followed-rows'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { listFollowed } from '@/lib/proposals/follows/queries'
import { setFollowing } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('following')('title'),
})

export default page('participant', async (actor) => {
  const t = translations('following')
  const followed = await listFollowed(actor)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.home, label: translations('inbox')('title') }]}
        title={t('title')}
      >
        {t('lead')} <a href={paths.account}>{t('mail')}</a>
      </PageHeading>
      {followed.length === 0 ? (
        <Empty title={t('none')}>
          {t('noneHint')} <a href={paths.sessions}>{t('toSessions')}</a>
        </Empty>
      ) : (
        <FollowedRows followed={followed} action={setFollowing} />
      )}
    </>
  )
})
