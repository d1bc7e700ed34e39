import { StateWord } from '@/components/ui/state-word'
import type { AddresseeLine } from '@/lib/circulation/addressees/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const SHAPES = {
  notWritten: 'none',
  bounced: 'ended',
  written: 'waiting',
  opened: 'open',
  inHand: 'open',
  answered: 'done',
} as const

/** The addressees, with the progress of each. */
export function AddresseeTable({
  addressees,
  slug,
}: {
  addressees: readonly AddresseeLine[]
  slug: string
}) {
  const t = translations('addressees')
  const kinds = translations('entityKinds')
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('kind')}</th>
          <th scope="col">{t('contacts')}</th>
          <th scope="col">{t('state')}</th>
        </tr>
      </thead>
      <tbody>
        {addressees.map(({ delegationId, name, kind, contacts, state, answers }) => (
          <tr key={delegationId}>
            <td className="font-semibold">
              <a href={paths.delegation(slug, delegationId)}>{name}</a>
            </td>
            <td>{kinds(kind)}</td>
            <td className="break-words text-sm">
              {contacts.length === 0 ? (
                <a href={paths.delegation(slug, delegationId)}>{t('addContact')}</a>
              ) : (
                contacts.map((contact) => (
                  <span key={contact.email} className="block">
                    {contact.name} <span className="text-quiet">{contact.email}</span>
                  </span>
                ))
              )}
            </td>
            <td>
              <StateWord shape={SHAPES[state]}>
                {state === 'answered' ? t('answers', { count: answers }) : t(`states.${state}`)}
              </StateWord>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
