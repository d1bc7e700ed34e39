import { Choices } from '@/components/ui/choices'
import { ordinalWord } from '@/lib/clock'
import type { DeskChoices, DeskFilter } from '@/lib/consolidation/views'
import { outcomeKinds } from '@/lib/consolidation/kinds'
import { translations } from '@/lib/messages'

/** By what the accumulated items are narrowed: words, outcome, session, topic and State. Kept in the address. */
export function DeskFilterForm({
  filter,
  choices: { sessions, topics, states },
}: {
  filter: DeskFilter
  choices: DeskChoices
}) {
  const t = translations('consolidation')
  const lists = [
    {
      name: 'outcome',
      label: t('outcome'),
      choices: ['none' as const, ...outcomeKinds].map((kind) => ({
        value: kind,
        label: t(`outcomes.${kind}`),
      })),
    },
    {
      name: 'session',
      label: t('session'),
      choices: sessions.map(({ slug, ordinal }) => ({ value: slug, label: ordinalWord(ordinal) })),
    },
    { name: 'topic', label: t('topic'), choices: topics.map(asChoice) },
    { name: 'state', label: t('state'), choices: states.map(asChoice) },
  ] as const
  return (
    <form
      autoComplete="off"
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
      {lists.map(({ name, label, choices }) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm">
          <span className="font-semibold">{label}</span>
          <Choices
            name={name}
            chosen={filter[name] ?? ''}
            choices={[{ value: '', label: t('every') }, ...choices]}
            className="input min-w-0"
          />
        </label>
      ))}
    </form>
  )
}

const asChoice = (name: string) => ({ value: name, label: name })
