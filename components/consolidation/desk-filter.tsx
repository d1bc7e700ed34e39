import { getTranslations } from 'next-intl/server'
import { ordinalWord } from '@/lib/clock'
import type { DeskChoices, DeskFilter } from '@/lib/consolidation/desk-view'
import { outcomeKinds } from '@/lib/consolidation/kinds'

/** By what the accumulated items are narrowed: words, outcome, session, topic and State. Kept in the address. */
export async function DeskFilterForm({
  filter,
  choices,
}: {
  filter: DeskFilter
  choices: DeskChoices
}) {
  const t = await getTranslations('consolidation')
  const lists = [
    {
      name: 'outcome',
      label: t('outcome'),
      options: ['none' as const, ...outcomeKinds].map((kind) => [kind, t(`outcomes.${kind}`)]),
    },
    {
      name: 'session',
      label: t('session'),
      options: choices.sessions.map(({ slug, ordinal }) => [slug, ordinalWord(ordinal)]),
    },
    { name: 'topic', label: t('topic'), options: choices.topics.map((one) => [one, one]) },
    { name: 'state', label: t('state'), options: choices.states.map((one) => [one, one]) },
  ] as const
  return (
    <form
      className="no-print mb-5 grid grid-cols-2 items-end gap-x-3 gap-y-2 sm:grid-cols-4"
      role="search"
    >
      <label className="col-span-2 grid gap-1 text-sm sm:col-span-3">
        <span className="font-semibold">{t('words')}</span>
        <input name="words" type="search" defaultValue={filter.words} className="input" />
      </label>
      <button type="submit" className="button col-span-2 sm:col-span-1">
        {t('narrow')}
      </button>
      {lists.map(({ name, label, options }) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm">
          <span className="font-semibold">{label}</span>
          <select name={name} defaultValue={filter[name] ?? ''} className="input min-w-0">
            <option value="">{t('every')}</option>
            {options.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
    </form>
  )
}
