import { FilterChoice, FilterForm } from '@/components/filters/filter-form'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import {
  answerStates,
  type CompilationFilter as Filter,
  isNarrowed,
} from '@/lib/circulation/compilation/filter'
import { translations } from '@/lib/messages'
import { commentTargets } from '@/lib/circulation/comments/kinds'

/** The filter of a compilation. */
export function CompilationFilter({
  filter,
  address,
  lists,
  entities,
}: {
  filter: Filter
  address: string
  lists: readonly { value: string; label: string }[]
  entities: readonly { value: string; label: string }[]
}) {
  const t = translations('compilation.filter')
  const tc = translations('comments')
  const any = (name: string) => ({ value: '', label: t(`any.${name}`) })
  const choices = {
    list: [any('list'), ...lists],
    entity: [any('entity'), ...entities],
    target: [
      any('target'),
      ...commentTargets.map((kind) => ({ value: kind, label: t(`on.${kind}`) })),
    ],
    position: [
      any('position'),
      ...commentPositions.map((position) => ({
        value: position,
        label: tc(`positions.${position}`),
      })),
    ],
    category: [
      any('category'),
      ...commentCategories.map((category) => ({
        value: category,
        label: tc(`categories.${category}`),
      })),
    ],
    answer: [any('answer'), ...answerStates.map((state) => ({ value: state, label: t(state) }))],
    received: [
      any('received'),
      ...(['inTime', 'late'] as const).map((time) => ({ value: time, label: t(time) })),
    ],
  }
  const names = Object.keys(choices) as (keyof typeof choices)[]
  return (
    <FilterForm address={address} label={t('label')} className="no-print mb-6 grid gap-2">
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap [&_select]:w-full">
        {names.map((name) => (
          <FilterChoice
            key={name}
            name={name}
            label={t(`name.${name}`)}
            chosen={filter[name]}
            choices={choices[name]}
          />
        ))}
        <button type="submit" className="button">
          {t('show')}
        </button>
      </div>
      {filter.item && <input type="hidden" name="item" value={filter.item} />}
      {isNarrowed(filter) && (
        <a href={address} className="way">
          {t('all')}
        </a>
      )}
    </FilterForm>
  )
}
