import type { Metadata } from 'next'
import { DocumentRows } from '@/components/documents/document-rows'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { canKeepRegister } from '@/lib/documents/policy'
import { listDocuments } from '@/lib/documents/queries'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('documents')('title'),
})

/** The documents of the session under their symbols; for the Secretariat the whole register. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('documents')
  const keeps = canKeepRegister(actor, session.id)
  const documents = await listDocuments(actor, session)
  const isPublic = documents.some(
    ({ issuedAt, withdrawnAt, distribution }) =>
      issuedAt && !withdrawnAt && distribution !== 'restricted',
  )
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          <>
            {keeps && (
              <a href={paths.registerDocument(session.slug)} className="button button-main">
                {t('register')}
              </a>
            )}
            {isPublic && (
              <a href={paths.publicDocuments(session.slug)} className="button">
                {t('publicPage')}
              </a>
            )}
          </>
        }
      >
        {t(keeps ? 'leadKeeps' : 'lead')}
      </PageHeading>
      {documents.length === 0 ? (
        <Empty title={t('none')}>{t('noneHint')}</Empty>
      ) : (
        <DocumentRows documents={documents} slug={session.slug} keeps={keeps} />
      )}
    </>
  )
})
