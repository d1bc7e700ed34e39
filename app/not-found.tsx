import type { Metadata } from 'next'
import { PageHeading } from '@/components/ui/page-heading'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const metadata: Metadata = { title: translations('problems')('notFoundTitle') }

/** What does not exist and what one may not see is answered alike. */
export default function NotFound() {
  const t = translations('problems')
  return (
    <>
      <PageHeading title={t('notFoundTitle')}>{t('notFound')}</PageHeading>
      <p className="flex flex-wrap gap-3">
        <a href={paths.home} className="button">
          {t('desk')}
        </a>
        <a href={paths.sessions} className="button">
          {t('sessions')}
        </a>
      </p>
    </>
  )
}
