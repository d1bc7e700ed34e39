import type { Metadata } from 'next'
import { ActForm } from '@/components/ui/act-form'
import { Deadline } from '@/components/time/deadline'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { printSeatTime } from '@/lib/clock'
import { membershipIn } from '@/lib/delegations/actor'
import { orNotFound } from '@/lib/errors'
import { paths } from '@/lib/paths'
import { listDrafts } from '@/lib/proposals/drafts/queries'
import { canDraftProposal } from '@/lib/proposals/policy'
import { excerpt } from '@/lib/proposals/search/search'
import { getSession } from '@/lib/sessions/queries'
import { plainText } from '@/lib/text/document/document'
import { translations } from '@/lib/messages'
import { start } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('drafts')('title'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const place = orNotFound(membershipIn(actor, session.id))
  const t = translations('drafts')
  const drafts = await listDrafts(actor, session)
  const writes = canDraftProposal(actor, {
    sessionId: session.id,
    observersMayPropose: session.observersMayPropose,
  })
  const open = session.submission?.open === true
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
        {open ? (
          <p>
            {t('openUntil')} <Deadline until={session.submission!.openUntil} />
          </p>
        ) : (
          <p>{t('notOpen')}</p>
        )}
      </PageHeading>
      {drafts.length === 0 ? (
        <Empty title={t('none')}>{t(writes ? 'noneHint' : 'mayNot')}</Empty>
      ) : (
        <ul className="grid gap-3">
          {drafts.map((draft) => (
            <li key={draft.id} className="sheet p-4">
              <a href={paths.draft(session.slug, draft.id)} className="font-semibold">
                {draft.proposalNumber
                  ? t('revisionOf', { number: draft.proposalNumber })
                  : t(draft.kind ?? 'proposal')}
              </a>
              <p lang={draft.language} dir="auto" className="mt-1 max-w-prose font-serif">
                {excerpt(plainText(draft.body), '').map(({ text }) => text) || t('empty')}
              </p>
              <p className="mt-1 text-sm text-quiet">
                {t('written', { name: draft.writtenBy, time: printSeatTime(draft.updatedAt) })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  )
})
