import { Empty } from '@/components/ui/empty'
import { ordinalFigure, printDate, printSeatHour } from '@/lib/clock'
import type { MeetingView } from '@/lib/meetings/sittings/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** "10:00–13:00", or '' if only the day is known. */
export const hoursOf = ({ startsAt, endsAt }: Pick<MeetingView, 'startsAt' | 'endsAt'>): string =>
  startsAt && endsAt ? `${printSeatHour(startsAt)}–${printSeatHour(endsAt)}` : ''

/** The meetings of a session: their hours, presiding officers and items. */
export function MeetingRows({
  slug,
  meetings,
}: {
  slug: string
  meetings: readonly MeetingView[]
}) {
  const t = translations('sitting')
  if (meetings.length === 0) return <Empty title={t('noMeetings')}>{t('noMeetingsHint')}</Empty>
  return (
    <table className="ledger ledger-stacked">
      <caption className="sr-only">{t('meetingsTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('meeting')}</th>
          <th scope="col">{t('time')}</th>
          <th scope="col">{t('considered')}</th>
          <th scope="col">{t('presiding')}</th>
          <th scope="col">{t('attendedCount')}</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <td>
              <a href={paths.meeting(slug, meeting.number)} className="font-semibold">
                {t('nthMeeting', { meeting: ordinalFigure(meeting.number) })}
              </a>
            </td>
            <td className="whitespace-nowrap">
              {printDate(meeting.date)}
              {hoursOf(meeting) && <span className="block text-sm">{hoursOf(meeting)}</span>}
            </td>
            <td>
              {meeting.items.map(({ id, confirmed, agendaItem }) => (
                <span key={id} className="block">
                  {agendaItem.number}
                  {agendaItem.letter && ` (${agendaItem.letter})`} {agendaItem.title}
                  {!confirmed && <span className="text-quiet"> · {t('notConfirmed')}</span>}
                </span>
              ))}
            </td>
            <td>{meeting.presidedBy}</td>
            <td className="tabular-nums">
              {meeting.attended > 0 && (
                <>
                  <span className="text-quiet sm:hidden">{t('attendedCount')}: </span>
                  {meeting.attended}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
