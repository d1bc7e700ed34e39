import { Confirmed } from '@/components/ui/confirmed'
import { Empty } from '@/components/ui/empty'
import type { FormAction } from '@/components/ui/form'
import { printDate, printSeatDate } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { BureauMemberView } from '@/lib/sessions/bureau/queries'

/** The members of the extended Bureau, with capacity and start. */
export function BureauRows({
  members,
  accounts,
  sessionId,
  end,
}: {
  members: readonly BureauMemberView[]
  /** For those who enter members: the address of each, and whether it signs in here. */
  accounts: ReadonlyMap<string, { email: string; signsIn: boolean }>
  sessionId: string
  end: FormAction | null
}) {
  const t = translations('sitting')
  if (members.length === 0) return <Empty title={t('noBureau')}>{t('noBureauHint')}</Empty>
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('bureauTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('capacity')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('time')}</th>
          {end && <th scope="col">{t('email')}</th>}
          <th scope="col">
            <span className="sr-only">{t('endPlace')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id} className={member.endedAt ? 'text-quiet' : ''}>
            <td className="font-semibold">{member.title}</td>
            <td>
              {`${member.honorific} ${member.name}`.trim()}
              {member.affiliation && ` (${member.affiliation})`}
            </td>
            <td className="text-sm">
              {[
                member.fromOn && t('since', { date: printDate(member.fromOn) }),
                member.untilOn && t('until', { date: printDate(member.untilOn) }),
                member.endedAt && t('ended', { date: printSeatDate(member.endedAt) }),
                member.sessionId === null && t('everySession'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </td>
            {end && <MemberAddress account={accounts.get(member.id)} />}
            <td className="py-0! sm:text-end">
              {end && !member.endedAt && (
                <Confirmed
                  title={t('endPlace')}
                  label={t('endPlaceOf', { name: member.name })}
                  action={end}
                >
                  <input type="hidden" name="sessionId" value={sessionId} />
                  <input type="hidden" name="memberId" value={member.id} />
                </Confirmed>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MemberAddress({ account }: { account?: { email: string; signsIn: boolean } | undefined }) {
  const t = translations('sitting')
  return (
    <td className="break-words text-sm">
      {account?.email}
      {account && !account.signsIn && (
        <span className="block text-quiet">{t(account.email ? 'noAccount' : 'noAddress')}</span>
      )}
    </td>
  )
}
