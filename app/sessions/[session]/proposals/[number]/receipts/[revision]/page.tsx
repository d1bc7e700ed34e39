import { PageHeading } from '@/components/ui/page-heading'
import { TextOfRecord } from '@/components/text/text-of-record'
import { page, titled } from '@/lib/http/access'
import { printSeatTime } from '@/lib/clock'
import { paths } from '@/lib/paths'
import { listDrafts } from '@/lib/proposals/drafts/queries'
import { readNumber } from '@/lib/proposals/number'
import { getReceiptFacts } from '@/lib/proposals/letters/receipt-facts'
import { getProposal, getRevisions } from '@/lib/proposals/queries'
import { getSession } from '@/lib/sessions/queries'
import { sessionInSentence } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'

export const generateMetadata = titled(
  'participant',
  () => translations('proposals.receipt')('crumb'),
  async (_actor, { params }) => {
    const revision = readNumber(params.revision)
    return translations('proposals.receipt')('title', {
      number: readNumber(params.number),
      revision,
    })
  },
)

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const number = readNumber(params.number)
  const t = translations('proposals')
  const time = translations('time')
  const isNew = 'new' in search
  const [proposal, [revision], drafts] = await Promise.all([
    getProposal(actor, session, number),
    getRevisions(actor, session, number, [readNumber(params.revision)]),
    isNew && session.submission?.open ? listDrafts(actor, session) : [],
  ])
  const { textHash, body, wordCount, receivedAt } = revision!
  const receipt = await getReceiptFacts(actor, proposal.id, revision!.number)
  const { kind, agenda, delegation, submittedBy } = receipt
  const facts = [
    [t('receipt.session'), `${session.groupName}, ${sessionInSentence(session)}`],
    [t('receipt.proposal'), String(number)],
    [t('receipt.revision'), String(revision!.number)],
    [t('receipt.kind'), t(`kinds.${kind}`)],
    ...(agenda ? [[t('receipt.agenda'), agenda]] : []),
    [t('receipt.delegation'), delegation],
    ...(submittedBy ? [[t('receipt.submittedBy'), submittedBy]] : []),
    [t('receipt.submitted'), time('seat', { time: printSeatTime(receivedAt) })],
    [t('receipt.words'), String(wordCount)],
    [t('receipt.hash'), textHash],
  ] as [string, string][]
  return (
    <>
      <PageHeading
        trail={[
          { href: paths.proposals(session.slug), label: t('list.title') },
          { href: paths.proposal(session.slug, number), label: t('one.title', { number }) },
        ]}
        title={t('receipt.title', { number, revision: revision!.number })}
      >
        {t('receipt.explain')}
      </PageHeading>
      {isNew && (
        <p
          role="status"
          className="mb-6 max-w-3xl border-s-4 border-accent bg-accent-wash px-4 py-3"
        >
          {t('receipt.received')}
        </p>
      )}
      <dl className="sheet mb-8 grid max-w-3xl gap-x-6 gap-y-2 p-5 sm:grid-cols-[12rem_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-sm text-quiet">{name}</dt>
            <dd className="wrap-anywhere font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className="mb-2 font-semibold">{t('receipt.text')}</h2>
      <TextOfRecord document={body} language={proposal.language} />
      <p className="no-print mt-8 flex flex-wrap gap-3">
        <a href={paths.proposal(session.slug, number)} className="button">
          {t('receipt.back')}
        </a>
        {/* Whoever clears many drafts before a deadline goes on from here. */}
        {drafts.length > 0 && (
          <a href={paths.drafts(session.slug)} className="button">
            {t('receipt.more', { count: drafts.length })}
          </a>
        )}
      </p>
    </>
  )
})
