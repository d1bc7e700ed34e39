import { ordinalFigure, printDate } from '@/lib/clock'
import { entityKinds } from '@/lib/delegations/kinds'
import type { KindCount } from '@/lib/meetings/attendance/marks'
import type { AttendanceView } from '@/lib/meetings/attendance/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const countOf = (counts: readonly KindCount[], kind: string): number =>
  counts.find((entry) => entry.kind === kind)?.count ?? 0
const sumOf = (counts: readonly KindCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)

const SOME = 'tabular-nums sm:text-end'
/** On a narrow screen a kind of which none attended takes no line. */
const NONE = `${SOME} text-quiet max-sm:hidden!`

/** The number of each kind noted: one row a meeting, with its presiding officer, and one for the session. */
export function CountsTable({ slug, attendance }: { slug: string; attendance: AttendanceView }) {
  const t = translations('attendance')
  const words = translations('attendance.plurals')
  const { meetings, noted, credentials } = attendance
  const kinds = entityKinds.filter((kind) => countOf(noted, kind) > 0)
  if (kinds.length === 0) return null
  const cells = (counts: readonly KindCount[]) => (
    <>
      {kinds.map((kind) => (
        <td key={kind} className={countOf(counts, kind) > 0 ? SOME : NONE}>
          <span className="text-quiet sm:sr-only">{words(kind)}: </span>
          {countOf(counts, kind) || '–'}
        </td>
      ))}
      <td className={sumOf(counts) > 0 ? `${SOME} font-semibold` : SOME}>
        <span className="sm:sr-only">{t('all')}: </span>
        {sumOf(counts) || '–'}
      </td>
    </>
  )
  return (
    <div className="overflow-x-auto">
      <table className="ledger ledger-stacked counts">
        <caption className="sr-only">{t('byMeeting')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('meeting')}</th>
            <th scope="col">{t('presided')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="sm:text-end">
                {words(kind)}
              </th>
            ))}
            <th scope="col" className="sm:text-end">
              {t('all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sumOf(credentials) > 0 && (
            <tr>
              <th scope="row">{t('credentials')}</th>
              <td className="text-quiet">{t('credentialsHint')}</td>
              {cells(credentials)}
            </tr>
          )}
          {meetings.map(({ id, number, date, presidedBy, counts }) => (
            <tr key={id}>
              <th scope="row">
                <a href={paths.meeting(slug, number)} className="way">
                  {t('nth', { meeting: ordinalFigure(number) })}
                </a>
                <span className="block font-normal">{printDate(date)}</span>
              </th>
              <td>{presidedBy}</td>
              {cells(counts)}
            </tr>
          ))}
          <tr className="font-semibold">
            <th scope="row">{t('session')}</th>
            <td className="font-normal text-quiet">{t('sessionHint')}</td>
            {cells(noted)}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
