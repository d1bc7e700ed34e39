import { AccountPlaces } from '@/components/account/account-places'
import { AccountActs } from '@/components/accounts/account-acts'
import { AccountFacts } from '@/components/accounts/account-facts'
import { NoMailNotice } from '@/components/mail/no-mail-notice'
import { PageHeading } from '@/components/ui/page-heading'
import { getAccountOf } from '@/lib/auth/accounts/queries'
import { asId } from '@/lib/errors'
import { page, titled } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { mailArrives } from '@/lib/notifications/mail-queries'
import { paths } from '@/lib/paths'
import { close, endAll, lift, newAddress, newName, reopen, resetApp } from './actions'

export const generateMetadata = titled(
  'secretariat',
  () => translations('accounts')('one'),
  async (actor, { params }) => {
    const { honorific, name } = await getAccountOf(actor, asId(params.person))
    return `${honorific} ${name}`.trim()
  },
)

export default page('secretariat', async (actor, { params }) => {
  const t = translations('accounts')
  const account = await getAccountOf(actor, asId(params.person))
  return (
    <>
      <PageHeading
        trail={[{ href: paths.accounts, label: t('title') }]}
        title={`${account.honorific} ${account.name}`.trim()}
        actions={
          <a href={paths.securityOf(account.id)} className="button">
            {t('history')}
          </a>
        }
      >
        {account.email}
      </PageHeading>
      {!mailArrives() && <NoMailNotice />}
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-10">
          <AccountFacts account={account} />
          <AccountPlaces account={account} title={t('places')} />
        </div>
        <AccountActs
          account={account}
          acts={{ close, reopen, endAll, lift, newAddress, newName, resetApp }}
        />
      </div>
    </>
  )
})
