import type { Metadata } from 'next'
import { SnapshotFiles } from '@/components/consolidation/output/snapshot-files'
import { SnapshotParagraphs } from '@/components/consolidation/output/snapshot-paragraphs'
import { FilterForm } from '@/components/filters/filter-form'
import { Fingerprint } from '@/components/text/fingerprint'
import { PageHeading } from '@/components/ui/page-heading'
import { page } from '@/lib/http/access'
import { printSeatTime, printStatusTime } from '@/lib/clock'
import { outputTranslations } from '@/lib/consolidation/outputs/files'
import { changesBetween } from '@/lib/plenary/snapshots/snapshot'
import { snapshotTitle } from '@/lib/plenary/snapshots/document'
import { findSnapshot, listSnapshots } from '@/lib/plenary/snapshots/queries'
import { orNotFound } from '@/lib/errors'
import { readNumber } from '@/lib/proposals/number'
import { paths } from '@/lib/paths'
import { getSession } from '@/lib/sessions/queries'
import { translations } from '@/lib/messages'

export const generateMetadata = async ({
  params,
}: {
  params: Promise<{ number: string }>
}): Promise<Metadata> => ({
  title: translations('snapshots')('numbered', { number: readNumber((await params).number) }),
})

/** The agreed paragraphs of one moment, as they were or marked against an earlier snapshot. */
export default page('participant', async (actor, { params, search }) => {
  const session = await getSession(actor, params.session ?? '')
  const { slug } = session
  const snapshot = orNotFound(await findSnapshot(slug, readNumber(params.number)))
  const { number, takenAt, takenBy, undoneAt, undoneBy, textHash, content } = snapshot
  const t = translations('snapshots')
  const snapshots = await listSnapshots(slug)
  const earlier = snapshots.filter((snapshot) => snapshot.number < number)
  const base = earlier.find((snapshot) => snapshot.number === Number(search.against))
  const against = base ? orNotFound(await findSnapshot(slug, base.number)) : null
  const changes = changesBetween(against?.content ?? content, content)
  return (
    <>
      <PageHeading
        trail={[{ href: paths.snapshots(slug), label: t('title') }]}
        title={snapshotTitle(takenAt, outputTranslations())}
        actions={<SnapshotFiles slug={slug} number={number} against={against?.number ?? null} />}
      >
        {t('numbered', { number })} ·{' '}
        {t('takenBy', { name: takenBy, time: printSeatTime(takenAt) })}
      </PageHeading>
      {undoneAt && (
        <p className="mb-6 rounded-md border-s-4 border-alarm bg-alarm-wash px-4 py-3 text-alarm">
          {t('undone', { time: printSeatTime(undoneAt), name: undoneBy })}
        </p>
      )}
      {earlier.length > 0 && (
        <FilterForm
          address={paths.snapshot(slug, number)}
          label={t('compare')}
          className="no-print mb-6 flex flex-wrap items-end gap-3"
        >
          <label className="grid gap-1 text-sm">
            <span className="font-semibold">{t('compare')}</span>
            <select name="against" defaultValue={against?.number ?? ''} className="input">
              <option value="">{t('plain')}</option>
              {earlier.map((snapshot) => (
                <option key={snapshot.number} value={snapshot.number}>
                  {t('compareWith', {
                    number: snapshot.number,
                    time: printStatusTime(snapshot.takenAt),
                  })}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button without-script">
            {t('show')}
          </button>
        </FilterForm>
      )}
      {against && (
        <p className="mb-6 max-w-prose text-sm text-quiet">
          {changes.every(({ change }) => change === 'same')
            ? t('noDifference', { number: against.number })
            : t('marked', { number: against.number, time: printStatusTime(against.takenAt) })}
        </p>
      )}
      <SnapshotParagraphs changes={changes} compared={against !== null} />
      <div className="mt-10 border-t border-line pt-3 text-sm text-quiet">
        {t('hash')}: <Fingerprint hash={textHash} label={t('hash')} />
      </div>
    </>
  )
})
