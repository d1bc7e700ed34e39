import { MessageSquare } from 'lucide'
import { Icon } from '@/components/ui/icon'
import type { Metadata } from 'next'
import { DiscardedDrafts } from '@/components/drafts/discarded-drafts'
import { PeriodLine } from '@/components/time/period-line'
import { ActForm } from '@/components/ui/act-form'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { printSeatTime } from '@/lib/clock'
import { membershipIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { page } from '@/lib/http/access'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { listDiscardedDrafts } from '@/lib/proposals/drafts/care-queries'
import { type DraftSummary, listDrafts, listWhoMaySubmit } from '@/lib/proposals/drafts/queries'
import { canDraftProposal, canSubmitProposal } from '@/lib/proposals/policy'
import { excerpt } from '@/lib/text/search/marks'
import { getSession } from '@/lib/sessions/queries'
import { plainText } from '@/lib/text/document/document'
import { putBack, start } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('drafts')('title'),
})

export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session!)
  const place = orNotFound(membershipIn(actor, session.id))
  const t = translations('drafts')
  const [drafts, discarded, submitters] = await Promise.all([
    listDrafts(actor, session),
    listDiscardedDrafts(actor, session),
    listWhoMaySubmit(actor, session),
  ])
  const setting = { sessionId: session.id, observersMayPropose: session.observersMayPropose }
  const writes = canDraftProposal(actor, setting)
  const submits = canSubmitProposal(actor, setting)
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          writes && (
            <ActForm
              action={start}
              className="contents"
              values={{ sessionId: session.id }}
              button={t('start')}
            />
          )
        }
      >
        <p>{t('lead', { name: place.delegationName })}</p>
        {writes && !submits && submitters.length === 0 && <p>{t('nobodySubmits')}</p>}
        <PeriodLine
          session={session}
          kind="submission"
          open={t('openUntil')}
          never={t('notOpen')}
        />
      </PageHeading>
      {drafts.length === 0 ? (
        <Empty title={t('none')}>{t(writes ? 'noneHint' : 'mayNot')}</Empty>
      ) : (
        <ul className="max-w-3xl border-t border-line">
          {drafts.map((draft) => (
            <DraftRow key={draft.id} slug={session.slug} draft={draft} submits={submits} />
          ))}
        </ul>
      )}
      <DiscardedDrafts drafts={discarded} justNow={search.discarded} action={putBack} />
    </>
  )
})

/** One draft: its kind, its first words, its last author, and its links. */
function DraftRow({
  slug,
  draft,
  submits,
}: {
  slug: string
  draft: DraftSummary
  /** Whether the reader may submit it, and not only ask for that. */
  submits: boolean
}) {
  const t = translations('drafts')
  const words = excerpt(plainText(draft.body)).map(({ text }) => text)
  const name = draft.proposalNumber
    ? t('revisionOf', { number: draft.proposalNumber })
    : t(draft.kind ?? 'proposal')
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-4 sm:grid-cols-[1fr_auto]">
      <p className="flex flex-wrap gap-x-3 text-sm text-quiet sm:col-span-2">
        {name} · {t('written', { name: draft.writtenBy, time: printSeatTime(draft.updatedAt) })}
        {draft.notes > 0 && (
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            <Icon of={MessageSquare} size={16} />
            {t('noteCount', { count: draft.notes })}
          </span>
        )}
      </p>
      <p
        lang={draft.language}
        dir="auto"
        className="min-w-0 max-w-prose break-words font-serif text-lg"
      >
        {words.length > 0 ? words : <span className="text-quiet">{t('empty')}</span>}
      </p>
      <p className="flex flex-wrap items-center gap-3 self-start">
        <a href={paths.draft(slug, draft.id)} className="button">
          {t('continue')}
        </a>
        {words.length > 0 && (
          <a href={paths.checkDraft(slug, draft.id)} className="way">
            {t('review', { submits: submits ? 'yes' : 'no' })}
          </a>
        )}
      </p>
    </li>
  )
}
