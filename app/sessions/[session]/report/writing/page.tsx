import type { Metadata } from 'next'
import { WordingField } from '@/components/editor/wording-field'
import { ClientMessages } from '@/components/messages/client-messages'
import { VersionLinks } from '@/components/report/version-links'
import { TextOfRecord } from '@/components/text/text-of-record'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { requireAllowed } from '@/lib/decision'
import { orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { canWriteReport } from '@/lib/report/policy'
import { getReport } from '@/lib/report/queries'
import { languageName } from '@/lib/report/writing/original'
import { getParagraph, type WrittenParagraph } from '@/lib/report/writing/queries'
import { latestByLanguage } from '@/lib/report/writing/versions'
import { getSession } from '@/lib/sessions/queries'
import { documentFromText } from '@/lib/text/document/document'
import { directionOf, isLocale, type Locale } from '@/lib/text/locales'
import { revise, write } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('report')('writing'),
})

/**
 * A free paragraph in the editor, in one of the six languages: a new one at the end of a section, or another wording of
 * a paragraph, beside the original if it is a translation, with the earlier wordings below.
 */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const report = await getReport(actor, session)
  requireAllowed(canWriteReport(actor, report))
  const { slug } = session
  const t = translations('report')
  const paragraph = search.paragraph ? await getParagraph(actor, session, search.paragraph) : null
  const key = paragraph?.section ?? search.section
  const section = orNotFound(report.sections.find((candidate) => candidate.key === key))
  const language = languageOf(search.language, paragraph)
  const { latest, original, wordings } = wordingsIn(paragraph, language)
  const before = wordings[0]
  const isTranslation = original !== null && original.language !== language
  const values: Record<string, string | number> = paragraph
    ? {
        slug,
        paragraphId: paragraph.id,
        language,
        baseNumber: before?.number ?? 0,
        originalNumber: original!.number,
      }
    : { slug, section: section.key, language }
  return (
    <>
      <PageHeading
        trail={[{ href: paths.report(slug), label: translations('sessionNav')('report') }]}
        title={t('writing')}
      >
        {t('writingIn', { section: `${section.label} ${section.heading}` })}
      </PageHeading>
      <VersionLinks
        current={language}
        original={paragraph?.original ?? null}
        versions={latest}
        address={(target) =>
          paragraph
            ? paths.reviseReport(slug, paragraph.id, target)
            : paths.writeReport(slug, section.key, target)
        }
      />
      <p className="mb-6 max-w-prose text-sm text-quiet">{t('versions.choose')}</p>
      <div
        className={
          isTranslation ? 'grid gap-x-10 gap-y-6 lg:grid-cols-2' : 'grid max-w-3xl gap-y-6'
        }
      >
        {isTranslation && (
          <section aria-labelledby="original" className="sheet self-start p-5">
            <h2 id="original" className="mb-3 text-sm font-semibold">
              {t('versions.translating', {
                language: languageName(original.language),
                number: original.number,
              })}
            </h2>
            {before && before.translates !== original.number && (
              <p role="note" className="mb-3 bg-accent-wash px-3 py-2 text-sm">
                {t('versions.behindNotice', {
                  translates: before.translates!,
                  number: original.number,
                })}
              </p>
            )}
            <div className="font-serif">
              <TextOfRecord document={original.body} language={original.language} />
            </div>
          </section>
        )}
        <Form
          key={language}
          action={paragraph ? revise : write}
          className="grid content-start gap-6"
        >
          <HiddenValues values={values} />
          <ClientMessages namespaces={['editor']}>
            <WordingField
              initial={before?.body ?? documentFromText('')}
              language={language}
              label={t('versions.text', { language: languageName(language) })}
              hint={t('textHint')}
            />
          </ClientMessages>
          <div>
            <SubmitButton>{t('keep')}</SubmitButton>
          </div>
        </Form>
      </div>
      {wordings.length > 1 && (
        <section aria-labelledby="earlier" className="mt-10 max-w-3xl">
          <h2 id="earlier" className="mb-2 font-serif text-xl font-semibold">
            {t('earlier')}
          </h2>
          <ol className="grid gap-4">
            {wordings.slice(1).map(({ number, text, writtenAt, writtenBy }) => (
              <li key={number} className="border-b border-line pb-3">
                <p className="text-sm text-quiet">
                  {t('earlierBy', { number, name: writtenBy, time: printSeatTime(writtenAt) })}
                </p>
                <p
                  lang={language}
                  dir={directionOf(language)}
                  className="font-serif whitespace-pre-line"
                >
                  {text}
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
})

const languageOf = (name: string | undefined, paragraph: WrittenParagraph | null): Locale =>
  name && isLocale(name) ? name : (paragraph?.original ?? 'en')

/** The last wording of each language, that of the original, and all wordings in this language, the latest first. */
function wordingsIn(paragraph: WrittenParagraph | null, language: Locale) {
  const byLanguage = latestByLanguage(paragraph?.revisions ?? [])
  const original = (paragraph && byLanguage.get(paragraph.original)) ?? null
  const latest = [...byLanguage.values()].map((wording) => ({
    language: wording.language,
    number: wording.number,
    isCurrent: wording === original || wording.translates === original?.number,
  }))
  const wordings = (paragraph?.revisions ?? []).filter((wording) => wording.language === language)
  return { latest, original, wordings }
}
