import type { Metadata } from 'next'
import { IssueCheck } from '@/components/list/issue-check'
import { ActForm } from '@/components/ui/act-form'
import { CheckedAct } from '@/components/ui/check-page'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { requireAllowed } from '@/lib/decision'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { canIssueList } from '@/lib/proposals/policy'
import { beforeIssue } from '@/lib/proposals/preliminary-list/before-issue'
import { getList } from '@/lib/proposals/preliminary-list/queries'
import { getSession } from '@/lib/sessions/queries'
import { issue } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('issuing')('title'),
})

/** The Secretariat's check before it issues the list, for good. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const list = await getList(actor, session)
  requireAllowed(canIssueList(actor, { sessionId: session.id, issuedAt: list.issuedAt }))
  const t = translations('issuing')
  const check = beforeIssue(list, session)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.list(session.slug), label: translations('lists')('crumb') }]}
        title={t('title')}
      >
        {t('lead')}
      </PageHeading>
      <IssueCheck check={check} unplaced={list.unplaced} slug={session.slug} />
      {!check.hindered && check.items > 0 && (
        <CheckedAct title={translations('lists')('issue')}>
          <ActForm
            action={issue}
            values={{ slug: session.slug, version: list.version }}
            button={translations('lists')('issueConfirm')}
          />
        </CheckedAct>
      )}
    </>
  )
})
