import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordFilterForm } from '@/components/sessions/record-filter'
import { RecordRows } from '@/components/sessions/record-rows'
import { page } from '@/lib/http/access'
import { listDelegations } from '@/lib/delegations/queries'
import { nameItems } from '@/lib/consolidation/desk/queries/item-names'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { RECORD_PAGE, RecordFilter, recordQuery } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { translations } from '@/lib/messages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('record')('title'),
})

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const filter = RecordFilter.parse(search)
  const t = translations('record')
  const [{ lines, matching }, delegations] = await Promise.all([
    listRecord(actor, session, filter),
    listDelegations(session),
  ])
  const names = await nameItems(
    actor,
    session,
    lines.flatMap(({ subjectId }) => subjectId ?? []),
  )
  const address = paths.record(session.slug)
  const pages = Math.max(1, Math.ceil(matching / RECORD_PAGE))
  if (filter.page > pages) redirect(`${address}${recordQuery(filter, pages)}`)
  const filtered = filter.about !== '' || filter.delegation !== ''
  return (
    <>
      <PageHeading title={t('title')}>{t('lead')}</PageHeading>
      {(matching > 0 || filtered) && (
        <RecordFilterForm
          filter={filter}
          address={address}
          delegations={delegations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {(matching > 0 || filtered) && (
        <p className="mb-2 text-sm text-quiet" role="status">
          {t('matching', { matching })}
          {filtered && (
            <>
              {' '}
              · <a href={address}>{t('showAll')}</a>
            </>
          )}
        </p>
      )}
      {matching === 0 ? (
        <Empty title={t(filtered ? 'noMatch' : 'none')}>
          {t(filtered ? 'noMatchHint' : 'noneHint')}
        </Empty>
      ) : (
        <RecordRows lines={lines} slug={session.slug} names={names} />
      )}
      {pages > 1 && (
        <nav aria-label={t('pages')} className="no-print mt-6 flex flex-wrap items-center gap-3">
          {filter.page > 1 && (
            <a
              href={`${address}${recordQuery(filter, filter.page - 1)}`}
              rel="prev"
              className="button"
            >
              {t('newer')}
            </a>
          )}
          <span className="text-sm text-quiet">{t('page', { page: filter.page, pages })}</span>
          {filter.page < pages && (
            <a
              href={`${address}${recordQuery(filter, filter.page + 1)}`}
              rel="next"
              className="button"
            >
              {t('older')}
            </a>
          )}
        </nav>
      )}
    </>
  )
})
