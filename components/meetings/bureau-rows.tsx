import { Confirmed } from '@/components/ui/confirmed'
import { Empty } from '@/components/ui/empty'
import type { FormAction } from '@/components/ui/form'
import { printDate, printSeatDate } from '@/lib/clock'
import { translations } from '@/lib/messages'
import type { BureauMemberView } from '@/lib/sessions/bureau/queries'

/** The members of the extended Bureau, with capacity and start. */
export function BureauRows({
  members,
  sessionId,
  end,
}: {
  members: readonly BureauMemberView[]
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
