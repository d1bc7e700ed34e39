import type { Metadata } from 'next'
import { PanellistForms } from '@/components/meetings/panellist-forms'
import { Rooms } from '@/components/meetings/rooms'
import { Empty } from '@/components/ui/empty'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { printPanellist } from '@/lib/meetings/panellists/lines'
import { canKeepMeetings } from '@/lib/meetings/sittings/policy'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getOverview } from '@/lib/sessions/overview-queries'
import { getSession } from '@/lib/sessions/queries'
import { add, set } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('sitting')('panellistsTitle'),
})

export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('sitting')
  const { agenda } = await getOverview(session)
  const keeps = canKeepMeetings(actor, session.id).allowed
  const withThem = agenda.filter(({ panellists }) => panellists.length > 0)
  return (
    <>
      <PageHeading title={t('panellistsTitle')}>{t('panellistsLead')}</PageHeading>
      <Rooms slug={session.slug} current="panellists" />
      {withThem.length === 0 && (
        <Empty title={t('noPanellists')}>
          {keeps && agenda.length === 0 ? (
            <a href={paths.agenda(session.slug)}>{t('agendaFirst')}</a>
          ) : (
            t('noPanellistsHint')
          )}
        </Empty>
      )}
      {withThem.map((item) => (
        <section key={item.id} className="mb-6">
          <h2 className="font-serif text-xl font-semibold">
            {item.number}
            {item.letter && ` (${item.letter})`} {item.title}
          </h2>
          <ol className="mt-2 grid gap-1">
            {item.panellists.map((panellist) => (
              <li key={printPanellist(panellist)}>{printPanellist(panellist)}</li>
            ))}
          </ol>
        </section>
      ))}
      {keeps && agenda.length > 0 && (
        <PanellistForms session={session} agenda={agenda} actions={{ add, set }} />
      )}
    </>
  )
})
