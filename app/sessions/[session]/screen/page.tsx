import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeading } from '@/components/page-heading'
import { RoomScreen } from '@/components/plenary/room-screen'
import { page } from '@/lib/access'
import { standingKinds } from '@/lib/consolidation/kinds'
import { canObject } from '@/lib/consolidation/policy'
import { getScreen } from '@/lib/consolidation/screen-queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('plenary'))('screen'),
})

/** What the room has before it: for the projector and for every delegate's own device. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session!)
  const [t, standings, kinds, live, view] = await Promise.all([
    getTranslations('plenary'),
    getTranslations('consolidation.standings'),
    getTranslations('consolidation.kinds'),
    getTranslations('live'),
    getScreen(actor, session),
  ])
  const named = [...standingKinds, 'adopted' as const].map((kind) => [kind, standings(kind)])
  return (
    <>
      <PageHeading
        trail={[
          {
            href: paths.consolidation(session.slug),
            label: (await getTranslations('consolidation'))('title'),
          },
        ]}
        title={t('screen')}
      />
      <RoomScreen
        address={paths.screenStream(session.slug)}
        initial={view}
        itemAddress={
          canObject(actor, session.id) ? paths.consolidatedItem(session.slug, '#') : null
        }
        words={{
          nothing: t('nothingOnScreen'),
          place: t('placePattern'),
          object: t('openToObject'),
          notLive: live('notLive'),
          kinds: { conclusion: kinds('conclusion'), recommendation: kinds('recommendation') },
          standings: Object.fromEntries(named) as Record<
            (typeof standingKinds)[number] | 'adopted',
            string
          >,
        }}
      />
    </>
  )
})
