import type { Metadata } from 'next'
import { WordingField } from '@/components/editor/wording-field'
import { ClientMessages } from '@/components/messages/client-messages'
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
import { getParagraph } from '@/lib/report/writing/queries'
import { getSession } from '@/lib/sessions/queries'
import { documentFromText } from '@/lib/text/document/document'
import { revise, write } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('report')('writing'),
})

/** A free paragraph in the editor: a new one at the end of a section, or another wording of one, with the earlier ones below. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const report = await getReport(actor, session)
  requireAllowed(canWriteReport(actor, report))
  const { slug } = session
  const t = translations('report')
  const known = search.paragraph ? await getParagraph(actor, session, search.paragraph) : null
  const key = known?.section ?? search.section
  const section = orNotFound(report.sections.find((one) => one.key === key))
  const values: Record<string, string | number> = known
    ? { slug, paragraphId: known.id, baseNumber: known.revisions[0]!.number }
    : { slug, section: section.key }
  return (
    <>
      <PageHeading
        trail={[{ href: paths.report(slug), label: translations('sessionNav')('report') }]}
        title={t('writing')}
      >
        {t('writingIn', { section: `${section.label} ${section.heading}` })}
      </PageHeading>
      <Form action={known ? revise : write} className="grid max-w-3xl gap-6">
        <HiddenValues values={values} />
        <ClientMessages namespaces={['editor']}>
          <WordingField
            initial={known?.revisions[0]?.body ?? documentFromText('')}
            language="en"
            label={t('text')}
            hint={t('textHint')}
          />
        </ClientMessages>
        <div>
          <SubmitButton>{t('keep')}</SubmitButton>
        </div>
      </Form>
      {known && known.revisions.length > 1 && (
        <section aria-labelledby="earlier" className="mt-10 max-w-3xl">
          <h2 id="earlier" className="mb-2 font-serif text-xl font-semibold">
            {t('earlier')}
          </h2>
          <ol className="grid gap-4">
            {known.revisions.slice(1).map(({ number, text, writtenAt, writtenBy }) => (
              <li key={number} className="border-b border-line pb-3">
                <p className="text-sm text-quiet">
                  {t('earlierBy', { number, name: writtenBy, time: printSeatTime(writtenAt) })}
                </p>
                <p className="font-serif whitespace-pre-line">{text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
})
