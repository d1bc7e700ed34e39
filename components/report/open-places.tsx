import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { openSentence } from '@/lib/report/outputs/open-sentence'
import type { ReportView } from '@/lib/report/queries'
import type { SessionView } from '@/lib/sessions/session-view'
import { addressOf } from './placeholder-address'

/** The places of the report without their fact: the missing fact, its owner, and its page. */
export function OpenPlaces({
  report,
  session,
  writes,
  complete,
}: {
  report: ReportView
  session: SessionView
  /** Whether the reader writes the free paragraphs. */
  writes: boolean
  /** The act by which the Secretariat says that it completes a place. */
  complete: FormAction | null
}) {
  const t = translations('report')
  const places = report.sections.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ number, key: paragraph, open }) =>
      open.map((place) => ({
        number,
        address: addressOf(place.form, session, { paragraph, writes }),
        ...place,
      })),
    ),
  )
  return (
    <section aria-labelledby="open-places">
      <h2 id="open-places" className="mb-2 font-serif text-xl font-semibold">
        {t('openTitle')}
      </h2>
      {places.length === 0 && <p className="text-quiet">{t('openNone')}</p>}
      <ul className="grid gap-4">
        {places.map((place) => {
          const isLeft = report.completions.includes(place.key)
          return (
            <li key={place.key} id={`open-${place.key}`} className="border-b border-line pb-3">
              <p>
                <span className="font-serif font-semibold">{place.printed}</span>{' '}
                <a href={`#paragraph-${place.number}`} className="way text-sm">
                  {t('inParagraph', { number: place.number })}
                </a>
              </p>
              <p>{openSentence(place)}</p>
              <p className="text-sm text-quiet">
                {t(`owners.${place.owner}`)}
                {place.address && (
                  <>
                    {' · '}
                    <a href={place.address} className="way">
                      {t(`forms.${place.form}`)}
                    </a>
                  </>
                )}
                {isLeft && ` · ${t('left')}`}
              </p>
              {complete && (
                <ActForm
                  action={complete}
                  className="no-print mt-1"
                  values={{ slug: session.slug, key: place.key, completes: isLeft ? 'no' : 'yes' }}
                  button={t(isLeft ? 'takeBack' : 'leave')}
                  label={`${t(isLeft ? 'takeBack' : 'leave')}: ${openSentence(place)}`}
                  tone="plain"
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
