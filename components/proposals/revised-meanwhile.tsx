import { paths } from '@/lib/paths'
import type { DraftView } from '@/lib/proposals/drafts/queries'
import { translations } from '@/lib/messages'
import type { FormAction } from '@/components/ui/form'
import { Meanwhile } from './meanwhile'

/**
 * Says that a colleague submitted another revision while this draft was written, and shows that text.
 * The draft's own words stay below; `action` says that they take account of it.
 */
export function RevisedMeanwhile({
  draft,
  revises,
  slug,
  action,
}: {
  draft: DraftView
  revises: NonNullable<DraftView['revises']>
  slug: string
  action: FormAction
}) {
  const t = translations('drafts')
  const { number, base, current, currentBody } = revises
  return (
    <Meanwhile
      draft={draft}
      now={{ body: currentBody, language: draft.language }}
      compare={paths.compare(slug, number, base, current)}
      action={action}
      texts={{
        title: t('meanwhile', { current }),
        hint: t('meanwhileHint', { base, current }),
        compare: t('meanwhileCompare', { base, current }),
        goOn: t('rebase', { current }),
      }}
    />
  )
}
