import type { Metadata } from 'next'
import { ProposedCorrigendum } from '@/components/consolidation/output/proposed-corrigendum'
import { TextField } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatDate } from '@/lib/clock'
import { requireAllowed } from '@/lib/decision'
import { assertFound, orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { sha256 } from '@/lib/record/record'
import { presentText } from '@/lib/report/corrigenda/corrigendum'
import { listReportProposals } from '@/lib/report/corrigenda/queries'
import { canCorrectReport } from '@/lib/report/policy'
import { getReport } from '@/lib/report/queries'
import { paragraphsIn } from '@/lib/report/view'
import { languageOf } from '@/lib/report/writing/versions'
import { getSession } from '@/lib/sessions/queries'
import { directionOf } from '@/lib/text/locales'
import { correct, discardCorrection, releaseCorrection } from '../actions'
import { apart } from '@/lib/text/apart'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('report.corrigenda')('title'),
})

/** The corrigenda of the issued report: the released ones, those that wait, and the form for a paragraph. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const report = await getReport(actor, session)
  assertFound(report.isIssued)
  if (search.at) requireAllowed(canCorrectReport(actor, report))
  const { slug } = session
  const t = translations('report.corrigenda')
  const say = translations('corrigenda')
  const paragraphs = paragraphsIn(report.sections)
  const paragraph = search.at ? orNotFound(paragraphs.find(({ key }) => key === search.at)) : null
  const present = (paragraph && presentText(paragraph.key, report)) ?? ''
  const proposals = await listReportProposals(actor, session)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.report(slug), label: translations('sessionNav')('report') }]}
        title={t('title')}
      >
        {report.symbol}
      </PageHeading>
      <p className="max-w-prose text-quiet">{t('about')}</p>
      {proposals.map((proposal) => (
        <ProposedCorrigendum
          key={proposal.id}
          proposal={{
            ...proposal,
            reason: t('paragraphReason', {
              number: paragraphs.find(({ key }) => key === proposal.key)!.number,
              reason: proposal.reason,
            }),
          }}
          present={presentText(proposal.key, report)!}
          language={languageOf(paragraphs.find(({ key }) => key === proposal.key)!)}
          slug={slug}
          acts={{ release: releaseCorrection, discard: discardCorrection }}
          check={t('check')}
        />
      ))}
      {paragraph && !proposals.some(({ key }) => key === paragraph.key) && (
        <Form action={correct} className="no-print sheet mt-6 grid max-w-3xl gap-5 p-5">
          <HiddenValues values={{ slug, key: paragraph.key, over: sha256(present) }} />
          <TextField
            name="text"
            label={t('text', { number: paragraph.number })}
            hint={t('textHint')}
            rows={9}
            lang={languageOf(paragraph)}
            dir={directionOf(languageOf(paragraph))}
            defaultValue={present}
          />
          <TextField name="reason" label={say('reason')} hint={say('reasonHint')} rows={2} />
          <div>
            <SubmitButton>{say('issue')}</SubmitButton>
          </div>
        </Form>
      )}
      <section aria-labelledby="released" className="mt-10 max-w-3xl">
        <h2 id="released" className="mb-3 font-serif text-xl font-semibold">
          {t('released')}
        </h2>
        {report.corrigenda.length === 0 && <p className="text-quiet">{t('none')}</p>}
        <ol className="grid gap-5">
          {report.corrigenda.map((corrigendum) => (
            <li key={corrigendum.symbol} className="border-b border-line pb-4">
              <p>
                <a href={paths.publicDocument(slug, corrigendum.symbol)} className="way">
                  {t('issued', {
                    symbol: corrigendum.symbol,
                    date: printSeatDate(corrigendum.releasedAt),
                  })}
                </a>
              </p>
              <p className="mt-2 text-sm text-quiet">
                {t('shallRead', { number: corrigendum.paragraph })}
              </p>
              <p
                lang={corrigendum.language}
                dir={directionOf(corrigendum.language)}
                className="font-serif whitespace-pre-line"
              >
                {corrigendum.text}
              </p>
              <p className="mt-2 text-sm text-quiet">
                {t('because', { reason: apart(corrigendum.reason) })}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
})
