import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SecurityFilterForm } from '@/components/accounts/security-filter'
import { SecurityRows } from '@/components/accounts/security-rows'
import { PagesNav } from '@/components/consolidation/pages-nav'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { SECURITY_PAGE, SecurityFilter, securityQuery } from '@/lib/auth/security/filter'
import { findName, listSecurity } from '@/lib/auth/security/queries'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('security')('title'),
})

export default page('secretariat', async (actor, { search }) => {
  const t = translations('security')
  const filter = SecurityFilter.parse(search)
  const [{ lines, matching }, name] = await Promise.all([
    listSecurity(actor, filter),
    findName(actor, filter.person),
  ])
  const address = (number: number) => `${paths.security}${securityQuery(filter, number)}`
  const pages = Math.max(1, Math.ceil(matching / SECURITY_PAGE))
  if (filter.page > pages) redirect(address(pages))
  const filtered = filter.event !== '' || filter.person !== '' || filter.network !== ''
  return (
    <>
      <PageHeading
        trail={[{ href: paths.accounts, label: translations('accounts')('title') }]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      <SecurityFilterForm filter={filter} name={name} />
      <p className="mb-2 text-sm text-quiet" role="status">
        {t('matching', { matching })}
        {filtered && (
          <>
            {' '}
            · <a href={paths.security}>{t('showAll')}</a>
          </>
        )}
      </p>
      {matching === 0 ? (
        <Empty title={t('none')}>{t(filtered ? 'noMatchHint' : 'noneHint')}</Empty>
      ) : (
        <SecurityRows lines={lines} />
      )}
      <PagesNav label={t('pages')} page={filter.page} pages={pages} address={address} />
    </>
  )
})
