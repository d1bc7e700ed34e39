import type { Metadata } from 'next'
import { SnapshotFiles } from '@/components/consolidation/output/snapshot-files'
import { Confirmed } from '@/components/ui/confirmed'
import { Empty } from '@/components/ui/empty'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { printSeatTime } from '@/lib/clock'
import { outputTranslations } from '@/lib/consolidation/outputs/files'
import { canTakeSnapshot } from '@/lib/consolidation/policy'
import { getPresiding } from '@/lib/consolidation/status/queries'
import { findConsolidatedList } from '@/lib/consolidation/desk/queries/list-queries'
import { snapshotTitle } from '@/lib/plenary/snapshots/document'
import { listSnapshots } from '@/lib/plenary/snapshots/queries'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'
import { take, undo } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: translations('snapshots')('title'),
})

/** The agreed texts by moment, the latest first. */
export default page('participant', async (actor, { params }) => {
  const session = await getSession(actor, params.session ?? '')
  const t = translations('snapshots')
  const [snapshots, list, presiding] = await Promise.all([
    listSnapshots(session.slug),
    findConsolidatedList(actor, session),
    getPresiding(actor, session.id),
  ])
  const consolidation = translations('consolidation')
  const takes = list !== null && canTakeSnapshot(actor, list, presiding).allowed
  const printed = outputTranslations()
  return (
    <>
      <PageHeading
        trail={[{ href: paths.consolidation(session.slug), label: consolidation('title') }]}
        title={t('title')}
      >
        {t('about')}
      </PageHeading>
      {takes && (
        <Form action={take} className="no-print sheet mb-8 grid justify-items-start gap-3 p-5">
          <input type="hidden" name="slug" value={session.slug} />
          <p className="text-sm text-quiet">{t('takeAbout')}</p>
          <SubmitButton>{t('take')}</SubmitButton>
        </Form>
      )}
      {snapshots.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      <ol className="grid gap-6">
        {snapshots.map(({ number, takenAt, takenBy, items, undoneAt, undoneBy }) => (
          <li key={number} className="border-b border-line pb-5">
            <h2 className={`font-serif text-lg font-semibold ${undoneAt ? 'line-through' : ''}`}>
              <a href={paths.snapshot(session.slug, number)}>{snapshotTitle(takenAt, printed)}</a>
            </h2>
            <p className="text-sm text-quiet">
              {t('numbered', { number })} · {t('items', { items })} ·{' '}
              {t('takenBy', { name: takenBy, time: printSeatTime(takenAt) })}
            </p>
            {undoneAt && (
              <p className="text-sm font-semibold text-alarm">
                {t('undone', { time: printSeatTime(undoneAt), name: undoneBy })}
              </p>
            )}
            <div className="flex flex-wrap items-center gap-x-5">
              <SnapshotFiles slug={session.slug} number={number} />
              {takes && !undoneAt && (
                <div className="no-print">
                  <Confirmed title={t('undo')} label={t('undoNamed', { number })} action={undo}>
                    <HiddenValues values={{ slug: session.slug, number }} />
                    <p className="max-w-prose text-sm">{t('undoAbout')}</p>
                  </Confirmed>
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
})
