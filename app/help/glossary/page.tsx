import type { Metadata } from 'next'
import { terms } from '@/components/help/terms'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

export const metadata: Metadata = { title: translations('help')('glossaryLink') }

export default page('public', async () => {
  const t = translations('help')
  return (
    <>
      <PageHeading trail={[{ href: paths.help, label: t('title') }]} title={t('glossaryLink')}>
        {t('glossaryLead')}
      </PageHeading>
      <dl className="max-w-4xl border-t border-line">
        {terms.map((term) => (
          <div
            key={term}
            id={term}
            className="grid gap-x-8 border-b border-line py-2.5 sm:grid-cols-[14rem_1fr]"
          >
            <dt className="font-serif font-semibold">{t(`terms.${term}.word`)}</dt>
            <dd>{t(`terms.${term}.means`)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
})
