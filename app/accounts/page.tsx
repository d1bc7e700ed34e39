import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountFilterForm } from '@/components/accounts/account-filter'
import { AccountRows } from '@/components/accounts/account-rows'
import { PagesNav } from '@/components/consolidation/pages-nav'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { listAccounts } from '@/lib/auth/accounts/queries'
import { ACCOUNTS_PAGE, AccountFilter, accountQuery } from '@/lib/auth/accounts/schema'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('accounts')('title'),
})

export default page('secretariat', async (actor, { search }) => {
  const t = translations('accounts')
  const filter = AccountFilter.parse(search)
  const { accounts, matching } = await listAccounts(actor, filter)
  const address = (number: number) => `${paths.accounts}${accountQuery(filter, number)}`
  const pages = Math.max(1, Math.ceil(matching / ACCOUNTS_PAGE))
  if (filter.page > pages) redirect(address(pages))
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <a href={paths.security} className="button">
            {t('securityLog')}
          </a>
        }
      >
        {t('lead')}
      </PageHeading>
      <AccountFilterForm filter={filter} />
      <p className="mb-2 text-sm text-quiet" role="status">
        {t('matching', { matching })}
        {(filter.words || filter.state) && (
          <>
            {' '}
            · <a href={paths.accounts}>{t('showAll')}</a>
          </>
        )}
      </p>
      {matching === 0 ? (
        <Empty title={t('noMatch')}>{t('noMatchHint')}</Empty>
      ) : (
        <AccountRows accounts={accounts} />
      )}
      <PagesNav label={t('pages')} page={filter.page} pages={pages} address={address} />
    </>
  )
})
