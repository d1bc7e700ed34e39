import { Released } from '@/components/circulation/commenting/released'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { getReceipt } from '@/lib/circulation/comments/reading/receipts'
import { page, titled } from '@/lib/http/access'
import { asId } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { sessionInSentence } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { readAddress } from '../../reading'

const kind = () => translations('circulationComments')('receiptTitle')

export const generateMetadata = titled('participant', kind, async (actor, { params }) => {
  const { circulation } = await readAddress(actor, params)
  const { receipt } = await getReceipt(actor, circulation, asId(params.release))
  return `${kind()} · ${receipt.delegationName}, ${printSeatTime(receipt.receivedAt)}`
})

/** The receipt of one release of comments: session, delegation, time of receipt, releasing person, fingerprints. */
export default page('participant', async (actor, { params }) => {
  const { session, circulation } = await readAddress(actor, params)
  const { receipt, comments } = await getReceipt(actor, circulation, asId(params.release))
  const t = translations('circulationComments')
  const { id, slug, title } = circulation
  const time = translations('time')
  const facts: [string, string][] = [
    [t('receiptSession'), `${session.groupName}, ${sessionInSentence(session)}`],
    [t('receiptCirculation'), title],
    [t('receiptDelegation'), receipt.delegationName],
    [t('receiptCount'), String(receipt.count)],
    [t('receiptReceived'), time('seat', { time: printSeatTime(receipt.receivedAt) })],
    [t('receiptReleased'), time('seat', { time: printSeatTime(receipt.releasedAt) })],
    [t('receiptBy'), receipt.releasedBy],
    [t('receiptHash'), receipt.hash],
  ]
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulationComments(slug, id), label: title }]}
        title={t('receiptTitle')}
      >
        {t('receiptAbout', { count: receipt.count, name: receipt.delegationName, title })}
      </PageHeading>
      <dl className="sheet grid max-w-3xl gap-x-6 gap-y-2 p-5 sm:grid-cols-[12rem_1fr]">
        {facts.map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-sm text-quiet">{term}</dt>
            <dd className="wrap-anywhere font-semibold">{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 max-w-prose text-sm text-quiet">{t('receiptHashHint')}</p>
      <section className="mt-8">
        <h2 className="mb-3 text-lg font-semibold">{t('receiptComments')}</h2>
        <ol className="grid gap-6">
          {comments.map((comment) => (
            <li key={comment.id}>
              <Released comment={comment} slug={slug} acts={null} about="h3" />
              <div className="ps-4 text-sm text-quiet">
                {t('fingerprint')} <code className="break-all">{comment.textHash}</code>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
})
