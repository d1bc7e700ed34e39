import type { Answers } from '@/lib/consolidation/coverage/answers'
import { filterQuery, readFilter } from '@/lib/circulation/compilation/filter'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The number of comments on the circulated lists, and those that wait for a response; nothing without comments. */
export function AnswersSummary({ answers, slug }: { answers: Answers; slug: string }) {
  const t = translations('adopting')
  const { comments, owed, required, open } = answers
  if (comments === 0) return null
  const waiting = filterQuery(readFilter({ answer: 'unanswered', received: 'inTime' }))
  const circulations = [...new Set(open.map(({ circulationId }) => circulationId))]
  return (
    <section id="comments">
      <h2 className="font-serif text-xl font-semibold">
        {t('comments', { comments, open: owed })}
      </h2>
      {owed > 0 && (
        <>
          <p className="text-sm text-quiet">{t(required ? 'answersAsked' : 'answersNotAsked')}</p>
          <ul className="mt-2 grid gap-1">
            {open.map(({ id, circulationId, name }) => (
              <li key={id}>
                <a href={paths.compiledComment(slug, circulationId, id)}>
                  {t('commentOf', { name })}
                </a>
              </li>
            ))}
            {owed > open.length &&
              circulations.map((id) => (
                <li key={id}>
                  <a href={paths.compilation(slug, id, waiting)}>{t('showUnanswered')}</a>
                </li>
              ))}
          </ul>
        </>
      )}
    </section>
  )
}
