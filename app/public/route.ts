import { getTranslations } from 'next-intl/server'
import { handler } from '@/lib/access'
import { printDate } from '@/lib/clock'
import { listFront } from '@/lib/desk/front-queries'
import { plainPage } from '@/lib/export/html/page'
import { paths } from '@/lib/paths'
import { placeAndDates, sessionName } from '@/lib/sessions/session-view'

/** Everything that was released to everybody, on one page without script. */
export const GET = handler('public', async () => {
  const [t, front, sessions] = await Promise.all([
    getTranslations('lists'),
    getTranslations('front'),
    listFront(),
  ])
  const page = plainPage({
    title: t('publicTitle'),
    lead: t('publicLead'),
    empty: t('publicNone'),
    groups: sessions.flatMap((session) =>
      session.issuedAt
        ? [
            {
              title: `${sessionName(session)}${session.title && `: ${session.title}`}`,
              about: `${placeAndDates(session)}. ${front('issued', {
                items: session.items ?? 0,
                date: printDate(session.issuedAt),
              })}`,
              links: [{ label: t('preliminary'), href: paths.publicList(session.slug) }],
            },
          ]
        : [],
    ),
  })
  return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
})
