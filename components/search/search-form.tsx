import { Search } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { AppliedAsChosen } from '@/components/filters/applied-as-chosen'
import { Choices } from '@/components/ui/choices'
import type { SearchFilter } from '@/lib/search/filter'
import type { Found } from '@/lib/search/queries'
import { areOfSeveralGroups, sessionName } from '@/lib/sessions/session-view'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** The words, and the filters of their results: a plain form with its choices in the address. */
export function SearchForm({ filter, found }: { filter: SearchFilter; found: Found }) {
  const t = translations('search')
  const several = areOfSeveralGroups(found.sessions)
  const lists = {
    session: found.sessions.map((session) => ({
      value: session.slug,
      label: several ? `${sessionName(session)}, ${session.groupName}` : sessionName(session),
    })),
    agenda: found.agenda.map(({ item, title }) => ({ value: item, label: `${item}. ${title}` })),
    state: found.states.map((name) => ({ value: name, label: name })),
    language: found.languages.map((language) => ({
      value: language,
      label: t(`languages.${language}`),
    })),
  }
  const shown = (['session', 'agenda', 'state', 'language'] as const).filter(
    (name) => lists[name].length > 1 || filter[name],
  )
  return (
    <search>
      <form
        action={paths.search()}
        autoComplete="off"
        aria-label={t('title')}
        className="search-form"
      >
        <div className="search-line">
          <Icon of={Search} size={20} />
          <input
            type="search"
            name="words"
            aria-label={t('words')}
            placeholder={t('placeholder')}
            defaultValue={filter.words}
            dir="auto"
            maxLength={200}
            autoFocus={!filter.words}
          />
          <button type="submit" className="button button-main">
            {t('search')}
          </button>
        </div>
        {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
        {shown.length > 0 && (
          <div className="search-narrow">
            {shown.map((name) => (
              <label key={name}>
                <span className="sr-only">{t(`narrow.${name}`)}</span>
                <Choices
                  name={name}
                  chosen={filter[name]}
                  choices={[
                    { value: '', label: t(`any.${name}`) },
                    ...lists[name],
                    ...(filter[name] && !lists[name].some(({ value }) => value === filter[name])
                      ? [{ value: filter[name], label: filter[name] }]
                      : []),
                  ]}
                  className="input text-sm"
                />
              </label>
            ))}
          </div>
        )}
        <AppliedAsChosen />
      </form>
    </search>
  )
}
