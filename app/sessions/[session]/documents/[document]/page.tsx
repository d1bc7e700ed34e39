import type { Metadata } from 'next'
import {
  CorrectForm,
  IssueForm,
  StepForm,
  WithdrawDocumentForm,
} from '@/components/documents/document-acts'
import { DocumentFacts } from '@/components/documents/document-facts'
import { FileForm } from '@/components/documents/file-form'
import { PageHeading } from '@/components/ui/page-heading'
import {
  canAddFile,
  canCorrectDocument,
  canIssueDocument,
  canPrepareDocument,
  canWithdrawDocument,
} from '@/lib/documents/policy'
import { getDocument } from '@/lib/documents/queries'
import { symbolFromAddress } from '@/lib/documents/symbols/symbol'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { add, correct, issue, note, remove, withdraw } from './actions'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ document: string }>
}): Promise<Metadata> => ({ title: symbolFromAddress((await params).document) })

/** One document: its facts, its files, and for the Secretariat its remaining acts. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const document = await getDocument(actor, session, symbolFromAddress(params.document!))
  const t = translations('documents')
  const { id, symbol } = document
  const state = { ...document, files: document.files.length }
  const prepares = canPrepareDocument(actor, document).allowed
  const issues = canIssueDocument(actor, state)
  const today = document.datedOn.toISOString().slice(0, 10)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.documents(session.slug), label: t('title') }]}
        title={document.title}
      >
        <span dir="ltr">{symbol}</span>
      </PageHeading>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <DocumentFacts document={document} slug={session.slug} remove={prepares ? remove : null} />
        {canAddFile(actor, document).allowed && (
          <div className="no-print grid content-start gap-10">
            <section aria-labelledby="upload">
              <h2 id="upload" className="mb-3 font-serif text-xl font-semibold">
                {t('addFile')}
              </h2>
              <FileForm
                action={add}
                values={{ id }}
                language={document.originalLanguage}
                label={t('addFile')}
              />
            </section>
            {prepares && (
              <section aria-labelledby="way">
                <h2 id="way" className="mb-3 font-serif text-xl font-semibold">
                  {t('wayToIssue')}
                </h2>
                <StepForm id={id} today={today} action={note} />
                <div className="mt-6">
                  <IssueForm
                    id={id}
                    symbol={symbol}
                    distribution={document.distribution}
                    action={issue}
                    hindrance={
                      issues.allowed ? null : translations('refusals')(issues.key, issues.values)
                    }
                  />
                </div>
              </section>
            )}
            {canCorrectDocument(actor, document).allowed && (
              <CorrectForm document={document} action={correct} />
            )}
            {canWithdrawDocument(actor, state).allowed && (
              <WithdrawDocumentForm id={id} symbol={symbol} action={withdraw} />
            )}
          </div>
        )}
      </div>
    </>
  )
})
