import { useTranslations } from 'use-intl/react'
import { Verdict } from '@/components/import/text-from-file'

/** A person as the list enters them; `notice` names others of the same name. */
type ListedMember = { name: string; email: string; place: string; notice: string }

/** The effect of a list, in the reader's words; `list` is the checked text. */
export type PeopleListAnswer = {
  list: string
  summary: string
  problems: { line: number; reason: string }[]
  /** Common names of States in the list, with the official ones. */
  suggestions: { name: string; official: string }[]
  /** `warning` says that nobody may submit for the delegation. */
  registrations: {
    name: string
    kind: string
    state: string
    warning: string
    people: ListedMember[]
  }[]
}

/** Every line that hinders, or everything that will be registered. */
export function PeopleListResult({ answer }: { answer: PeopleListAnswer }) {
  const t = useTranslations('peopleList.form')
  const { summary, problems, registrations } = answer
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-xl font-semibold">{t('result')}</h2>
      <Verdict isFaulty={problems.length > 0}>{summary}</Verdict>
      {problems.length > 0 && (
        <table className="ledger">
          <caption className="sr-only">{t('badCaption')}</caption>
          <thead>
            <tr>
              <th scope="col" className="w-16">
                {t('line')}
              </th>
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, reason }) => (
              <tr key={`${line} ${reason}`}>
                <td className="font-semibold">{line}</td>
                <td className="break-words">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {registrations.length > 0 && (
        <table className="ledger ledger-stacked">
          <caption className="sr-only">{t('goodCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('delegation')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('people')}</th>
            </tr>
          </thead>
          <tbody>
            {registrations.map(({ name, kind, state, warning, people }) => (
              <tr key={`${kind} ${name}`}>
                <td>
                  <span className="font-serif text-base font-semibold">{name}</span>
                  <span className="block text-xs text-quiet">{state}</span>
                </td>
                <td className="text-quiet">{kind}</td>
                <td>
                  {people.length > 0 ? (
                    <ul className="grid gap-2">
                      {people.map((person) => (
                        <li key={person.email} className="break-words">
                          {person.name}
                          <span className="block text-sm text-quiet">
                            {person.place} · {person.email}
                          </span>
                          {person.notice && (
                            <span className="block text-sm text-alarm">{person.notice}</span>
                          )}
                        </li>
                      ))}
                    </ul>
                  ) : (
                    t('nobody')
                  )}
                  {warning && <p className="mt-2 text-sm text-alarm">{warning}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
