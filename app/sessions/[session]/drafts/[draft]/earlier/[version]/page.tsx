import { Comparison } from '@/components/text/comparison'
import { TextOfRecord } from '@/components/text/text-of-record'
import { ActForm } from '@/components/ui/act-form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { titledOfDraft } from '../../draft-title'
import { paths } from '@/lib/paths'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { getDraftState } from '@/lib/proposals/drafts/care-queries'
import { getDraft } from '@/lib/proposals/drafts/queries'
import { getSession } from '@/lib/sessions/queries'
import { diff } from '@/lib/text/diff/diff'
import { toMarked } from '@/lib/text/document/marked'
import { restore } from '../../../actions'

export const generateMetadata = titledOfDraft(() => translations('drafts.earlier')('one'))

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const draft = await getDraft(actor, session, params.draft)
  const { version, writtenBy, writtenAt, content } = await getDraftState(
    actor,
    session,
    draft.id,
    params.version,
  )
  const t = translations('drafts')
  const { slug } = session
  const language = content.originalLanguage
  const [before, now] = [toMarked(content.body), toMarked(draft.body)]
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.drafts(slug), label: t('title') },
          { href: paths.draft(slug, draft.id), label: t('one') },
          { href: paths.draftStates(slug, draft.id), label: t('earlier.title') },
        ]}
        title={t('earlier.at', { time: printSeatTime(writtenAt) })}
      >
        {t('earlier.by', { name: writtenBy })}
      </PageHeading>
      <div className="sheet max-w-3xl p-5 sm:p-7">
        <TextOfRecord document={content.body} language={language} />
      </div>
      {content.explanation && (
        <section aria-labelledby="explanation" className="mt-6 max-w-prose">
          <h2 id="explanation" className="mb-1 font-semibold">
            {t('explanation')}
          </h2>
          <p dir="auto" lang={language} className="whitespace-pre-line break-words">
            {content.explanation}
          </p>
        </section>
      )}
      {before !== now && (
        <section aria-labelledby="changes" className="mt-8">
          <h2 id="changes" className="mb-2 font-semibold">
            {t('earlier.changes')}
          </h2>
          <Comparison
            paragraphs={comparedParagraphs(before, diff(before, now, language))}
            language={language}
          />
        </section>
      )}
      {!draft.submitted && (
        <div className="mt-8 border-t border-line pt-6">
          <p className="mb-3 max-w-prose text-quiet">{t('earlier.restoreHint')}</p>
          <ActForm
            action={restore}
            values={{ id: draft.id, stateVersion: version }}
            button={t('earlier.restore')}
          />
        </div>
      )}
    </>
  )
})
