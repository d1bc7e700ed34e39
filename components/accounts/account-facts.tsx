import { StateWord } from '@/components/ui/state-word'
import type { KeptAccount } from '@/lib/auth/accounts/queries'
import { printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** Whether an account is open, and the ways of its person to sign in. */
export function AccountFacts({ account }: { account: KeptAccount }) {
  const t = translations('accounts')
  const { closedAt, undelivered, browsers, lastSignInAt, hasPassword, hasFactor } = account
  return (
    <ul className="grid gap-1">
      {closedAt && (
        <li className="mb-2">
          <StateWord shape="ended">{t('closed')}</StateWord>{' '}
          {t('stateLine', { at: printSeatTime(closedAt) })}
        </li>
      )}
      {undelivered && (
        <li className="mb-2">
          <StateWord shape="ended">{t('undelivered')}</StateWord>{' '}
          {t('undeliveredLine', { at: printSeatTime(undelivered.at), error: undelivered.error })}
        </li>
      )}
      <li>{t('browsers', { count: browsers })}</li>
      <li>
        {lastSignInAt ? t('lastSignIn', { at: printSeatTime(lastSignInAt) }) : t('neverSignedIn')}
      </li>
      <li>{t('password', { has: hasPassword ? 'yes' : 'no' })}</li>
      <li>{t('factor', { has: hasFactor ? 'yes' : 'no' })}</li>
    </ul>
  )
}
