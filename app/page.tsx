import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { mark, putBack } from '@/app/desk/actions'
import { Front } from '@/components/desk/front'
import { Inbox } from '@/components/desk/inbox'
import { PutAway } from '@/components/desk/put-away'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { SessionRows } from '@/components/sessions/session-rows'
import { KEYS_COOKIE } from '@/lib/html/scheme'
import { page } from '@/lib/http/access'
import { listPublicCalls } from '@/lib/circulation/requests/queries'
import { canReadOurs } from '@/lib/consolidation/policy'
import { isSignedIn, takesPart } from '@/lib/delegations/actor'
import { findOnlyGroupName, listFront } from '@/lib/desk/front-queries'
import { getInbox } from '@/lib/desk/queries'
import { listSessionRows } from '@/lib/desk/session-queries'
import { paths } from '@/lib/paths'
import { canCreateSession } from '@/lib/sessions/policy'
import { areOfSeveralGroups } from '@/lib/sessions/session-view'
import { translations } from '@/lib/messages'
import { listed } from '@/lib/text/apart'

/** The front page bears the name of the site alone. */
export const metadata: Metadata = { title: { absolute: 'Stocktake' } }

export default page('public', async (actor) => {
  if (!isSignedIn(actor)) {
    const [sessions, calls] = await Promise.all([listFront(), listPublicCalls()])
    const group = sessions.length === 0 ? await findOnlyGroupName() : null
    return <Front sessions={sessions} calls={calls} group={group} />
  }
  const t = translations('inbox')
  const offices = translations('offices')
  const parts = translations('sessionNav')
  const keys = (await cookies()).get(KEYS_COOKIE)?.value !== 'off'
  const [{ rows, putAway }, sessions] = await Promise.all([getInbox(actor), listSessionRows(actor)])
  const groups = new Map(
    areOfSeveralGroups(sessions) ? sessions.map(({ slug, groupName }) => [slug, groupName]) : [],
  )
  const roles = new Set([
    ...actor.offices.map(({ kind }) => offices(kind)),
    ...actor.memberships.map(({ delegationName }) => delegationName),
  ])
  const stockTaking = sessions.find(
    ({ id, kind }) => kind === 'stockTaking' && canReadOurs(actor, id),
  )
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          takesPart(actor) && (
            <div className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
              {stockTaking && (
                <a href={paths.ours(stockTaking.slug)} className="way">
                  {parts('ours')}
                </a>
              )}
              <a href={paths.following} className="way">
                {t('following')}
              </a>
            </div>
          )
        }
      >
        {listed([actor.name, ...roles])}
      </PageHeading>
      {!takesPart(actor) ? (
        <Empty title={t('noPlace')}>{t('noPlaceHint')}</Empty>
      ) : (
        <div className="grid gap-14">
          <div className="grid gap-6">
            <Inbox rows={rows} groups={groups} mark={mark} keys={keys} />
            <PutAway rows={putAway} putBack={putBack} />
          </div>
          <section aria-labelledby="sessions">
            <h2 id="sessions" className="mb-3 font-serif text-xl font-semibold">
              {t('sessions')}
            </h2>
            {sessions.length === 0 ? (
              <Empty title={t('noSessions')}>
                {canCreateSession(actor) && <a href={paths.newSession}>{t('setUp')}</a>}
              </Empty>
            ) : (
              <SessionRows sessions={sessions} />
            )}
          </section>
        </div>
      )}
    </>
  )
})
