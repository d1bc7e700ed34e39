import type { ListView, Unplaced } from '@/lib/proposals/preliminary-list/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The link to the check before the list is issued; tells others who issues it. */
export function IssueWay({
  list,
  slug,
  issues,
}: {
  list: ListView & { unplaced: readonly Unplaced[] }
  slug: string
  /** Whether the reader may issue it. */
  issues: boolean
}) {
  const t = translations('lists')
  const items = list.headings.reduce((sum, heading) => sum + heading.items.length, 0)
  if (items === 0) return null
  return (
    <section
      aria-labelledby="issue"
      className="no-print mt-16 max-w-3xl border-t border-line-strong pt-6"
    >
      <h2 id="issue" className="font-serif text-xl font-semibold">
        {t('issue')}
      </h2>
      <p className="mb-4 mt-1 max-w-prose">
        {t('issueLead', { items })}{' '}
        {list.unplaced.length > 0 && t('issueUnplaced', { count: list.unplaced.length })}
      </p>
      {issues ? (
        <a className="button button-main" href={paths.checkIssue(slug)}>
          {t('checkIssue')}
        </a>
      ) : (
        <p className="text-quiet">{t('onlySecretariat')}</p>
      )}
    </section>
  )
}
