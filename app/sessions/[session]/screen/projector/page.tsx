import type { Metadata } from 'next'
import { ProjectorScreen } from '@/components/plenary/screen/room-screen'
import { ScreenMessages } from '@/components/plenary/screen/screen-messages'
import { page } from '@/lib/http/access'
import { loadRoom } from '@/lib/meetings/speakers/floor-queries'
import { requireScreen } from '@/lib/plenary/screen/queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('plenary')('projector'),
})

/** The room's screen, on its wall. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('plenary')
  requireScreen(actor, session)
  const initial = await loadRoom(session.id)
  return (
    <>
      <h1 className="sr-only">{t('projector')}</h1>
      <ScreenMessages>
        <ProjectorScreen address={paths.screenStream(session.slug)} initial={initial} />
      </ScreenMessages>
    </>
  )
})
