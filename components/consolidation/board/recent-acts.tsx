import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { printSeatTime } from '@/lib/clock'
import { itemInWords } from '@/lib/consolidation/item-name'
import type { RecentAct } from '@/lib/consolidation/views'
import { NamedItem } from '@/components/consolidation/named-item'
import { translations } from '@/lib/messages'

const sentenceOf = ({ kind, undoes, by }: RecentAct) =>
  translations('consolidation.desk')(`acts.${kind}`, { by, undoes: undoes ?? 'none' })

/** "Ruta Melander moved an item. 1 (b) “Member States should …”": an act where nothing leads to its item. */
export const actInWords = (act: RecentAct): string =>
  [sentenceOf(act), act.item && itemInWords(act.item)].filter(Boolean).join(' ')

/** The latest acts at the desk, by whom, each with its undo. Works without a script. */
export function RecentActs({
  acts,
  slug,
  undo,
}: {
  acts: readonly RecentAct[]
  slug: string
  undo: FormAction
}) {
  const t = translations('consolidation.desk')
  if (acts.length === 0) return null
  return (
    <details className="no-print mt-8 border-t border-line pt-4">
      <summary className="cursor-pointer font-semibold">{t('recent')}</summary>
      <ol className="mt-2">
        {acts.map((act) => (
          <li
            key={act.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-1.5 text-sm"
          >
            <span>
              {sentenceOf(act)} {act.item && <NamedItem item={act.item} slug={slug} />}{' '}
              <span className="text-quiet">{printSeatTime(act.at)}</span>
            </span>
            <ActForm
              action={undo}
              className="flex flex-wrap items-center gap-3"
              values={{ slug, id: act.id }}
              button={t(act.kind === 'undone' ? 'redo' : 'undo')}
              tone="plain"
              label={`${t(act.kind === 'undone' ? 'redo' : 'undo')}: ${actInWords(act)}`}
            />
          </li>
        ))}
      </ol>
    </details>
  )
}
