import { Front } from '@/components/desk/front'
import { StepRows } from '@/components/desk/step-rows'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { SessionRows } from '@/components/sessions/session-rows'
import { page } from '@/lib/http/access'
import { isSignedIn, takesPart } from '@/lib/delegations/actor'
import { listFront } from '@/lib/desk/front-queries'
import { nextSteps } from '@/lib/desk/next-steps'
import { getDesk } from '@/lib/desk/queries'
import { paths } from '@/lib/paths'
import { listSessions } from '@/lib/sessions/overview-queries'
import { canCreateSession } from '@/lib/sessions/policy'
import { translations } from '@/lib/messages'

export default page('public', async (actor) => {
  if (!isSignedIn(actor)) return <Front sessions={await listFront()} />
  const t = translations('home')
  const offices = translations('offices')
  const [desk, sessions] = await Promise.all([getDesk(actor), listSessions(actor)])
  const steps = nextSteps(actor, desk)
  const roles = new Set([
    ...actor.offices.map(({ kind }) => offices(kind)),
    ...actor.memberships.map(({ delegationName }) => delegationName),
  ])
  return (
    <>
      <PageHeading title={t('title')}>{[actor.name, ...roles].join(', ')}</PageHeading>
      {!takesPart(actor) ? (
        <Empty title={t('noPlace')}>{t('noPlaceHint')}</Empty>
      ) : (
        <div className="grid gap-14">
          <section aria-labelledby="next">
            <h2 id="next" className="mb-3 font-serif text-xl font-semibold">
              {t('next')}
            </h2>
            {steps.length === 0 ? (
              <Empty title={t('nothing')}>{t('nothingHint')}</Empty>
            ) : (
              <StepRows steps={steps} />
            )}
          </section>
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
