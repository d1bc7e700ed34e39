import { TextOfRecord } from '@/components/text/text-of-record'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import type { ConsolidatedItemView } from '@/lib/consolidation/views'
import type { Decision } from '@/lib/decision'
import { translations } from '@/lib/messages'

/**
 * The text before the room where nobody may type into it, and why. Words that were typed and not saved before are named,
 * so that nobody takes them for agreed.
 */
export function SettledText({
  slug,
  item,
  typing,
  isTyped,
  clear,
}: {
  slug: string
  item: ConsolidatedItemView
  typing: Decision
  isTyped: boolean
  clear: FormAction
}) {
  const t = translations('plenary.typing')
  return (
    <div className="grid gap-8">
      <TextOfRecord document={item.body} language={item.language} />
      {!typing.allowed && (
        <p className="no-print max-w-prose text-sm text-quiet">
          {translations('refusals')(typing.key, typing.values)}
        </p>
      )}
      {isTyped && (
        <div className="no-print grid gap-3">
          <p className="max-w-prose text-sm">{t('notSaved')}</p>
          <ActForm action={clear} values={{ slug, id: item.id }} button={t('clear')} tone="plain" />
        </div>
      )}
    </div>
  )
}
