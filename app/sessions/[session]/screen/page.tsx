import type { Metadata } from 'next'
import { RoomScreen } from '@/components/plenary/screen/room-screen'
import { ScreenMessages } from '@/components/plenary/screen/screen-messages'
import { page } from '@/lib/http/access'
import { loadRoom } from '@/lib/meetings/speakers/floor-queries'
import { speaksForState } from '@/lib/consolidation/policy'
import { requireScreen } from '@/lib/plenary/screen/queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('plenary')('screen'),
})

/** The room's screen, on every delegate's own device. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const t = translations('plenary')
  requireScreen(actor, session)
  const initial = await loadRoom(session.id)
  return (
    <>
      <h1 className="sr-only">{t('screen')}</h1>
      <ScreenMessages>
        <RoomScreen
          address={paths.screenStream(session.slug)}
          initial={initial}
          itemsAddress={
            speaksForState(actor, session.id) ? paths.consolidation(session.slug) : null
          }
        />
      </ScreenMessages>
    </>
  )
})
