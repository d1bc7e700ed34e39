import { StateWord } from '@/components/ui/state-word'
import type { AccountLine } from '@/lib/auth/accounts/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The accounts by name, each with the page on which the Secretariat keeps it. */
export function AccountRows({ accounts }: { accounts: readonly AccountLine[] }) {
  const t = translations('accounts')
  const office = translations('offices')
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('address')}</th>
          <th scope="col">{t('participation')}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ id, name, email, closed, offices, delegations }) => (
          <tr key={id}>
            <td>
              <a href={paths.accountOf(id)} className="font-semibold">
                {name}
              </a>
              {closed && (
                <span className="ms-2">
                  <StateWord shape="ended">{t('closed')}</StateWord>
                </span>
              )}
            </td>
            <td className="break-all text-quiet">{email}</td>
            <td>{[...offices.map((kind) => office(kind)), ...delegations].join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
