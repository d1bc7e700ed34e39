import type { Metadata } from 'next'
import {
  type GridColumn,
  type GridGroup,
  MarkGrid,
} from '@/components/meetings/attendance/mark-grid'
import { ClientMessages } from '@/components/messages/client-messages'
import { Empty } from '@/components/ui/empty'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { ordinalFigure, printDate } from '@/lib/clock'
import { entityKinds } from '@/lib/delegations/kinds'
import { requireAllowed } from '@/lib/decision'
import { page } from '@/lib/http/access'
import { SESSION_COLUMN } from '@/lib/meetings/attendance/marks'
import { canKeepAttendance } from '@/lib/meetings/attendance/policy'
import { type AttendanceView, getAttendance } from '@/lib/meetings/attendance/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { save } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('attendanceEntry')('title'),
})

/** The attendance of meetings: all of them, or one column at a time. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const attendance = await getAttendance(session)
  const keeps = canKeepAttendance(actor, attendance)
  if (!keeps.allowed && keeps.reason !== 'closed') requireAllowed(keeps)
  const t = translations('attendanceEntry')
  const allColumns = columnsOf(attendance)
  const columnKey = search.column ?? ''
  const columns = allColumns.filter(({ key }) => key === columnKey)
  const groups = groupsOf(attendance)
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.attendance(session.slug), label: translations('attendance')('title') },
        ]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      {!keeps.allowed ? (
        <p className="max-w-prose">{translations('refusals')(keeps.key)}</p>
      ) : groups.length === 0 ? (
        <Empty title={t('none')}>{t('noneHint')}</Empty>
      ) : (
        <>
          <nav aria-label={t('columns')} className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {[{ key: '', label: t('allColumns') }, ...allColumns].map(({ key, label }) => (
              <a
                key={key}
                href={paths.attendanceEntry(session.slug, key)}
                className={key === columnKey ? 'way font-semibold' : 'way'}
                aria-current={key === columnKey ? 'page' : undefined}
              >
                {label}
              </a>
            ))}
          </nav>
          <Form action={save} className="grid gap-4" label={t('title')}>
            <input type="hidden" name="sessionId" value={session.id} />
            <input type="hidden" name="column" value={columnKey} />
            <ClientMessages namespaces={['attendanceEntry']}>
              <MarkGrid columns={columns.length > 0 ? columns : allColumns} groups={groups} />
            </ClientMessages>
            <div className="no-print sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line-strong bg-paper py-3">
              <SubmitButton>{t('save')}</SubmitButton>
              <span className="text-sm text-quiet">{t('saveHint')}</span>
            </div>
          </Form>
        </>
      )}
    </>
  )
})

/** The credentials, then the meetings. */
const columnsOf = ({ meetings }: AttendanceView): GridColumn[] => {
  const t = translations('attendanceEntry')
  return [
    { key: SESSION_COLUMN, label: t('credentials'), detail: t('credentialsHint') },
    ...meetings.map(({ id, number, date }) => ({
      key: id,
      label: ordinalFigure(number),
      detail: printDate(date),
    })),
  ]
}

function groupsOf({ rows }: AttendanceView): GridGroup[] {
  const words = translations('attendance.plurals')
  return entityKinds
    .map((kind) => ({ title: words(kind), rows: rows.filter((row) => row.kind === kind) }))
    .filter((group) => group.rows.length > 0)
}
