import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Released } from '@/components/circulation/commenting/released'
import { Fingerprint } from '@/components/text/fingerprint'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { getReceipt } from '@/lib/circulation/comments/reading/own-queries'
import { page } from '@/lib/http/access'
import { asId } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { readAddress } from '../../reading'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('circulationComments')('receiptTitle'),
})

/** The receipt of one release of comments: their time of receipt, the releasing person, their fingerprints. */
export default page('participant', async (actor, { params }) => {
  const { circulation } = await readAddress(actor, params)
  const { receipt, comments } = await getReceipt(actor, circulation, asId(params.release))
  const t = translations('circulationComments')
  const { id, slug, title } = circulation
  const facts: [string, ReactNode][] = [
    [t('receiptReceived'), printSeatTime(receipt.receivedAt)],
    [t('receiptReleased'), printSeatTime(receipt.releasedAt)],
    [t('receiptBy'), receipt.releasedBy],
    [t('receiptHash'), <Fingerprint key="hash" hash={receipt.hash} label={t('receiptHash')} />],
  ]
  return (
    <>
      <PageHeading
        trail={[{ href: paths.circulationComments(slug, id), label: title }]}
        title={t('receiptTitle')}
      >
        {t('receiptAbout', { count: receipt.count, name: receipt.delegationName, title })}
      </PageHeading>
      <dl className="grid gap-3">
        {facts.map(([term, fact]) => (
          <div key={term}>
            <dt className="kicker">{term}</dt>
            <dd>{fact}</dd>
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
                {t('fingerprint')} <Fingerprint hash={comment.textHash} label={t('fingerprint')} />
              </div>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
})
