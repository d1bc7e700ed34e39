import { AppliedAsChosen } from '@/components/filters/applied-as-chosen'
import { Choices } from '@/components/ui/choices'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import {
  answerStates,
  type CompilationFilter as Filter,
  isNarrowed,
  targetKinds,
} from '@/lib/circulation/compilation/filter'
import { translations } from '@/lib/messages'

/** What narrows a compilation: a plain form whose choices stand in the address. */
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
    target: [any('target'), ...targetKinds.map((one) => ({ value: one, label: t(`on.${one}`) }))],
    position: [
      any('position'),
      ...commentPositions.map((one) => ({ value: one, label: tc(`positions.${one}`) })),
    ],
    category: [
      any('category'),
      ...commentCategories.map((one) => ({ value: one, label: tc(`categories.${one}`) })),
    ],
    answer: [any('answer'), ...answerStates.map((one) => ({ value: one, label: t(one) }))],
    received: [
      any('received'),
      ...(['inTime', 'late'] as const).map((one) => ({ value: one, label: t(one) })),
    ],
  }
  const names = Object.keys(choices) as (keyof typeof choices)[]
  return (
    <form
      action={address}
      autoComplete="off"
      role="search"
      aria-label={t('label')}
      className="no-print mb-6 grid gap-2"
    >
      <div className="flex flex-wrap gap-2">
        {names.map((name) => (
          <label key={name}>
            <span className="sr-only">{t(`name.${name}`)}</span>
            <Choices
              name={name}
              chosen={filter[name]}
              choices={choices[name]}
              className="input"
              data-chosen={filter[name] !== '' || undefined}
            />
          </label>
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
      <AppliedAsChosen />
    </form>
  )
}
