import { ordinalFigure, printSeatTime } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import type { SilenceView } from '@/lib/silence/queries'

/** The events of a procedure besides breaks: later deadlines, remarks, the links to its former and its revision. */
export function SilenceCourse({ view, slug }: { view: SilenceView; slug: string }) {
  const t = translations('silence')
  const { silence, former, remarks, notedMeeting } = view
  return (
    <div className="mt-3 grid gap-2">
      {former !== null && (
        <p>
          <a href={paths.silence(slug, former)}>{t('revises', { number: former })}</a>
        </p>
      )}
      {silence.later && (
        <p>
          <a href={paths.silence(slug, silence.later.number)}>
            {t('revisedBy', { number: silence.later.number })}
          </a>
        </p>
      )}
      {notedMeeting !== null && <p>{t('tookNote', { meeting: ordinalFigure(notedMeeting) })}</p>}
      {silence.extensions.length > 0 && (
        <section aria-label={t('extensions')}>
          <h2 className="kicker">{t('extensions')}</h2>
          <ul>
            {silence.extensions.map(({ id, givenAt, until, reason, resumes }) => (
              <li key={id}>
                {t(resumes ? 'resumed' : 'extended', {
                  time: printSeatTime(givenAt),
                  until: printSeatTime(until),
                  reason,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {remarks.length > 0 && (
        <section aria-label={t('remarks')}>
          <h2 className="kicker">{t('remarks')}</h2>
          <ul className="grid gap-2">
            {remarks.map(({ id, capacity, kind, text, receivedAt }) => (
              <li key={id}>
                <span className="font-semibold">{capacity}</span> · {t(`remarkKinds.${kind}`)} ·{' '}
                <span className="text-sm text-quiet">
                  {t('at', { time: printSeatTime(receivedAt) })}
                </span>
                <p dir="auto" className="max-w-prose whitespace-pre-line break-words">
                  {text}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
