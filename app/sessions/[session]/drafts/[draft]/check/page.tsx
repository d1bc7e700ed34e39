import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Comparison } from '@/components/text/comparison'
import { Deadline } from '@/components/time/deadline'
import { PageHeading } from '@/components/ui/page-heading'
import { ReleaseForm } from '@/components/proposals/release-form'
import { TextOfRecord } from '@/components/text/text-of-record'
import { UnprintableLetters } from '@/components/text/unprintable-letters'
import { page } from '@/lib/http/access'
import { orNotFound } from '@/lib/errors'
import { membershipIn } from '@/lib/delegations/actor'
import { paths } from '@/lib/paths'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { getDraft, listWhoMaySubmit } from '@/lib/proposals/drafts/queries'
import { canSubmitProposal } from '@/lib/proposals/policy'
import { getSession } from '@/lib/sessions/queries'
import { diff } from '@/lib/text/diff/diff'
import { plainText } from '@/lib/text/document/document'
import { isLocale } from '@/lib/text/locales'
import { toMarked } from '@/lib/text/document/marked'
import { wordCount } from '@/lib/text/words'
import { translations } from '@/lib/messages'
import { submit } from '../../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('drafts')('check'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('drafts')
  const tp = translations('proposals')
  const [draft, submitters] = await Promise.all([
    getDraft(actor, session, params.draft),
    listWhoMaySubmit(actor, session),
  ])
  const { submitted, revises, language, body } = draft
  if (submitted) redirect(paths.receipt(session.slug, submitted.number, submitted.revision))
  const place = orNotFound(membershipIn(actor, session.id))
  const setting = { sessionId: session.id, observersMayPropose: session.observersMayPropose }
  const open = session.submission?.open === true
  const facts = [
    [t('delegation'), place.delegationName],
    [t('kind'), draft.kind ? tp(`kinds.${draft.kind}`) : t('missing')],
    [t('agendaItem'), draft.agenda ?? t('missing')],
    [t('language'), isLocale(language) ? tp(`languages.${language}`) : language],
    [t('words'), String(wordCount(plainText(body), language))],
    ...(revises ? [[t('reason'), draft.reason || t('missing')]] : []),
  ] as [string, string][]
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.drafts(session.slug), label: t('title') },
          { href: paths.draft(session.slug, draft.id), label: t('one') },
        ]}
        title={t('check')}
      >
        {t('checkLead')}
      </PageHeading>
      <TextOfRecord document={body} language={language} />
      <UnprintableLetters text={plainText(body)} />
      <dl className="sheet mt-8 grid max-w-3xl gap-x-6 gap-y-2 p-5 sm:grid-cols-[12rem_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-sm text-quiet">{name}</dt>
            <dd dir="auto" className="break-words font-semibold">
              {value}
            </dd>
          </div>
        ))}
      </dl>
      {draft.explanation && (
        <section aria-labelledby="explanation" className="mt-8 max-w-prose">
          <h2 id="explanation" className="mb-1 font-semibold">
            {t('explanation')}
          </h2>
          <p dir="auto" lang={language} className="whitespace-pre-line break-words">
            {draft.explanation}
          </p>
        </section>
      )}
      {revises && (
        <section aria-labelledby="changes" className="mt-8">
          <h2 id="changes" className="mb-2 font-semibold">
            {t('changes', { number: revises.current })}
          </h2>
          <Comparison
            paragraphs={comparedParagraphs(
              toMarked(revises.currentBody),
              diff(toMarked(revises.currentBody), toMarked(body), language),
            )}
            language={language}
          />
        </section>
      )}
      <div className="mt-10 max-w-3xl border-t border-line pt-6">
        {open ? (
          <p className="mb-4">
            {t('openUntil')} <Deadline until={session.submission!.openUntil} />
          </p>
        ) : (
          <p className="mb-4 font-semibold">{t('notOpen')}</p>
        )}
        <ReleaseForm
          draft={draft}
          action={canSubmitProposal(actor, setting) ? submit : null}
          submitters={submitters}
          writeOn={paths.draft(session.slug, draft.id)}
          texts={{
            means: t('submitMeans'),
            release: t('submit', { name: place.delegationName }),
            writeOn: t('writeOn'),
            onlySubmitters: (names) => t('onlySubmitters', { names }),
            noSubmitters: t('noSubmitters'),
          }}
        />
      </div>
    </>
  )
})
