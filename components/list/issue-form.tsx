import { ActForm } from '@/components/ui/act-form'
import type { FormState } from '@/lib/http/form-state'
import type { ListView, Unplaced } from '@/lib/proposals/preliminary-list/queries'
import { translations } from '@/lib/messages'

/** Issues the list that was read; says first what that means. Without an action it says who does. */
export function IssueForm({
  list,
  slug,
  action,
}: {
  list: ListView & { unplaced: readonly Unplaced[] }
  slug: string
  action: ((previous: FormState, form: FormData) => Promise<FormState>) | null
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
      {action ? (
        <ActForm
          action={action}
          values={{ slug, version: list.version }}
          button={t('issueConfirm')}
        />
      ) : (
        <p className="text-quiet">{t('onlySecretariat')}</p>
      )}
    </section>
  )
}
