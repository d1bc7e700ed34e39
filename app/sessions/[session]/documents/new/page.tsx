import type { Metadata } from 'next'
import { RegisterFields } from '@/components/documents/register-fields'
import { Form, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { documentSeries } from '@/lib/documents/kinds'
import { listDocuments, nextSymbols } from '@/lib/documents/queries'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getOverview } from '@/lib/sessions/overview-queries'
import { getSession } from '@/lib/sessions/queries'
import { register } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('documents')('register'),
})

/** The Secretariat registers a document: the symbol is given here, once. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('documents')
  const [next, documents, { agenda }] = await Promise.all([
    nextSymbols(actor, session, documentSeries),
    listDocuments(actor, session),
    getOverview(session),
  ])
  return (
    <>
      <PageHeading
        trail={[{ href: paths.documents(session.slug), label: t('title') }]}
        title={t('register')}
      >
        {t('registerLead')}
      </PageHeading>
      <Form action={register} className="grid max-w-3xl gap-6" label={t('register')}>
        <input type="hidden" name="sessionId" value={session.id} />
        <RegisterFields
          next={next}
          documents={documents.filter(({ withdrawnAt }) => !withdrawnAt)}
          agenda={agenda.map(({ id, number, letter, title }) => ({
            value: id,
            label: `${number}${letter && ` (${letter})`} ${title}`,
          }))}
          today={session.startsOn.toISOString().slice(0, 10)}
        />
        <div>
          <SubmitButton>{t('give')}</SubmitButton>
        </div>
      </Form>
    </>
  )
})
