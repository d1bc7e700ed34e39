import type { Metadata } from 'next'
import { CirculationRows } from '@/components/circulation/setup/circulation-rows'
import { Empty } from '@/components/ui/empty'
import { WaitingHere } from '@/components/desk/waiting-here'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { canCreateCirculation, preparesCirculations } from '@/lib/circulation/policy'
import { getListAdopted, listCirculations } from '@/lib/circulation/queries'
import { isOfCirculation } from '@/lib/desk/inbox-view'
import { listWaitingIn } from '@/lib/desk/queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('circulationSetup')('title'),
})

/** The circulations of a stock-taking session, with links to the reader's acts on each. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const [circulations, waiting] = await Promise.all([
    listCirculations(actor, session),
    listWaitingIn(actor, session),
  ])
  const t = translations('circulationSetup')
  const isOffice = preparesCirculations(actor, session.id)
  const listAdopted = await getListAdopted(actor, session)
  const preparing = canCreateCirculation(actor, { ...session, listAdopted })
  return (
    <>
      <PageHeading
        title={t('title')}
        actions={
          preparing.allowed && (
            <a
              href={paths.newCirculation(session.slug)}
              className={circulations.length === 0 ? 'button button-main' : 'button'}
            >
              {t('new')}
            </a>
          )
        }
      >
        <p>{t('lead')}</p>
        {isOffice && listAdopted && !preparing.allowed && (
          <p className="mt-2">{translations('refusals')(preparing.key)}</p>
        )}
      </PageHeading>
      {circulations.length === 0 ? (
        <Empty title={t('none')}>{t(isOffice ? 'noneOffice' : 'noneHint')}</Empty>
      ) : (
        <div className="grid gap-10">
          <CirculationRows circulations={circulations} slug={session.slug} isOffice={isOffice} />
          <WaitingHere rows={waiting.filter(({ kind }) => isOfCirculation(kind))} />
        </div>
      )}
    </>
  )
})
