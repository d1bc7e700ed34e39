import type { Metadata } from 'next'
import { DocumentRows } from '@/components/documents/document-rows'
import { ActForm } from '@/components/ui/act-form'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { visitor } from '@/lib/delegations/actor'
import { countBacklog } from '@/lib/documents/backlog'
import { canKeepRegister, canReadDocument } from '@/lib/documents/policy'
import { listDocuments } from '@/lib/documents/queries'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { giveAll } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('documents')('title'),
})

/** The documents of the session under their symbols; for the Secretariat the whole register. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('documents')
  const keeps = canKeepRegister(actor, session.id)
  const [documents, backlog] = await Promise.all([
    listDocuments(actor, session),
    countBacklog(actor, session),
  ])
  const isPublic = documents.some((document) => canReadDocument(visitor, document))
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
            <a href={paths.participants(session.slug)} className="button">
              {translations('participants')('title')}
            </a>
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
      {backlog > 0 && (
        <div className="mb-6 rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3">
          <p className="mb-2 max-w-prose">{t('backlog', { count: backlog })}</p>
          <ActForm action={giveAll} values={{ sessionId: session.id }} button={t('giveAll')} />
        </div>
      )}
      {documents.length === 0 ? (
        <Empty title={t('none')}>{t('noneHint')}</Empty>
      ) : (
        <DocumentRows documents={documents} slug={session.slug} keeps={keeps} />
      )}
    </>
  )
})
