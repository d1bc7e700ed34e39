import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeading } from '@/components/page-heading'
import { paths } from '@/lib/paths'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('problems'))('notFoundTitle'),
})

/** What does not exist and what one may not see is answered alike. */
export default async function NotFound() {
  const t = await getTranslations('problems')
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
