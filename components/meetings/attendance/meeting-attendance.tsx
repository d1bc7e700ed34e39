import type { KindCount } from '@/lib/meetings/attendance/marks'
import { translations } from '@/lib/messages'

/** The number of each kind that attended a meeting, and the link to the page that records it. */
export function MeetingAttendance({
  counts,
  address,
  keeps,
}: {
  counts: readonly KindCount[]
  address: string
  keeps: boolean
}) {
  const t = translations('attendance')
  const words = translations('attendance.plurals')
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance" className="mb-3 font-serif text-xl font-semibold">
        {t('title')}
      </h2>
      {counts.length === 0 ? (
        <p className="text-quiet">{t('nobody')}</p>
      ) : (
        <dl className="grid max-w-md gap-y-2">
          {counts.map(({ kind, count }) => (
            <div key={kind} className="flex justify-between gap-4 border-b border-line pb-1">
              <dt>{words(kind)}</dt>
              <dd className="font-semibold tabular-nums">{count}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="no-print mt-3">
        <a href={address} className="way">
          {t(keeps ? 'enterHere' : 'ofSession')}
        </a>
      </p>
    </section>
  )
}
