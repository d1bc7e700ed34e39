import { TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { printDate } from '@/lib/clock'
import { translations } from '@/lib/messages'
import { completedIn } from '@/lib/report/adopted/fillings'
import { openSentence } from '@/lib/report/outputs/open-sentence'
import { paragraphsIn, type SectionView } from '@/lib/report/view'

/** The places of the adopted report that the Secretariat completes, and those that it completed. */
export function PlacesToFill({
  sections,
  slug,
  fill,
}: {
  sections: readonly SectionView[]
  slug: string
  /** The act that completes a place; null for those who only read. */
  fill: FormAction | null
}) {
  const t = translations('report')
  const paragraphs = paragraphsIn(sections)
  const open = paragraphs.flatMap(({ number, open: places }) =>
    places.map((place) => ({ number, ...place })),
  )
  const filled = paragraphs.flatMap((paragraph) =>
    completedIn(paragraph).map((completed) => ({ number: paragraph.number, ...completed })),
  )
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="open-places">
          <h2 id="open-places" className="mb-2 font-serif text-xl font-semibold">
            {t('toFillTitle')}
          </h2>
          <p className="mb-3 text-sm text-quiet">{t('toFillAbout')}</p>
          <ul className="grid gap-4">
            {open.map((place) => (
              <li key={place.key} id={`open-${place.key}`} className="border-b border-line pb-3">
                <Where {...place} />
                <p>{openSentence(place)}</p>
                {fill && (
                  <Form action={fill} className="mt-2 grid gap-2">
                    <HiddenValues values={{ slug, key: place.key }} />
                    <TextField
                      name="text"
                      label={t('fillWith', { printed: place.printed })}
                      hint={t('fillHint')}
                    />
                    <div>
                      <SubmitButton tone="plain">{t('fill')}</SubmitButton>
                    </div>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {filled.length > 0 && (
        <section aria-labelledby="filled-places">
          <h2 id="filled-places" className="mb-2 font-serif text-xl font-semibold">
            {t('filledTitle')}
          </h2>
          <ul className="grid gap-3">
            {filled.map(({ number, text, printed, on }, index) => (
              <li key={index} className="border-b border-line pb-3">
                <Where number={number} printed={text} />
                <p>{t('filledOne', { printed, text, date: printDate(new Date(on)) })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Where({ number, printed }: { number: number; printed: string }) {
  return (
    <p>
      <span className="font-serif font-semibold">{printed}</span>{' '}
      <a href={`#paragraph-${number}`} className="way text-sm">
        {translations('report')('inParagraph', { number })}
      </a>
    </p>
  )
}
