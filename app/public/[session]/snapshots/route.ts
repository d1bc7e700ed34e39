import { handler } from '@/lib/http/access'
import { printSeatTime } from '@/lib/clock'
import { outputTranslations } from '@/lib/consolidation/outputs/files'
import { snapshotTitle } from '@/lib/plenary/snapshots/document'
import { listSnapshots } from '@/lib/plenary/snapshots/queries'
import { orNotFound } from '@/lib/errors'
import { plainPage } from '@/lib/html/page'
import { pageResponse } from '@/lib/http/shell/shell'
import { paths } from '@/lib/paths'
import { findSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

/** The snapshots of a session, for everybody; not found if none was taken. */
export const GET = handler('public', async (actor, request, params) => {
  const slug = params.session!
  const t = translations('snapshots')
  const [session, snapshots] = await Promise.all([findSession(slug), listSnapshots(slug)])
  orNotFound(session && snapshots.length > 0 ? session : null)
  const printed = outputTranslations()
  const page = plainPage({
    title: t('title'),
    lead: t('about'),
    empty: t('none'),
    groups: snapshots.map(({ number, takenAt, items, undoneAt, undoneBy }) => ({
      title: snapshotTitle(takenAt, printed),
      about: [
        t('numbered', { number }),
        t('items', { items }),
        ...(undoneAt ? [t('undone', { time: printSeatTime(undoneAt), name: undoneBy })] : []),
      ].join('. '),
      links: [
        { label: t('public'), href: paths.publicSnapshot(slug, number) },
        { label: t('docx'), href: paths.publicSnapshot(slug, number, '?format=docx') },
        { label: t('pdf'), href: paths.publicSnapshot(slug, number, '?format=pdf') },
      ],
    })),
  })
  return pageResponse(page, actor, request)
})
