import { ImportFaults } from '@/components/import/import-faults'
import { ImportOddities } from '@/components/import/import-oddities'
import { ImportTarget } from '@/components/import/import-target'
import { ImportedLines } from '@/components/import/imported-lines'
import { ActForm } from '@/components/ui/act-form'
import { Confirmed } from '@/components/ui/confirmed'
import { HiddenValues } from '@/components/ui/form'
import { PageHeading } from '@/components/ui/page-heading'
import { page, titled } from '@/lib/http/access'
import { printSeatTime } from '@/lib/clock'
import { asId } from '@/lib/errors'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { getImport } from '@/lib/proposals/import/queries'
import { change, discard, issue } from './actions'

const kind = () => translations('imports')('checkTitle')

export const generateMetadata = titled('secretariat', kind, async (actor, { params }) => {
  const { fileName, issuedAt, discardedAt } = await getImport(actor, asId(params.draft))
  return issuedAt || discardedAt ? fileName : `${kind()} · ${fileName}`
})

/** A past list as it would be issued: its target, its oddities, every line of it. */
export default page('secretariat', async (actor, { params }) => {
  const draft = await getImport(actor, asId(params.draft))
  const t = translations('imports')
  const readVersion = { id: draft.id, version: draft.version }
  const open = !draft.issuedAt && !draft.discardedAt
  const faulty = draft.problems.length > 0
  return (
    <>
      <PageHeading
        trail={[{ href: paths.imports, label: t('title') }]}
        title={open ? t('checkTitle') : draft.fileName}
      >
        {t('checkLead', {
          file: draft.fileName,
          time: printSeatTime(draft.createdAt),
          name: draft.createdBy || t('operator'),
        })}{' '}
        {draft.encoding && t('readAs', { encoding: translations('encodings')(draft.encoding) })}
      </PageHeading>
      {draft.issuedInto && (
        <p className="mb-8 rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3">
          {t('issuedAt', { time: printSeatTime(draft.issuedAt!) })}{' '}
          <a href={paths.list(draft.issuedInto)}>{t('seeList')}</a>
        </p>
      )}
      {draft.discardedAt && (
        <p className="mb-8">{t('discardedAt', { time: printSeatTime(draft.discardedAt) })}</p>
      )}
      {faulty ? (
        <ImportFaults problems={draft.problems} />
      ) : (
        <div className="grid gap-12">
          {open && <ImportTarget draft={draft} action={change} />}
          <ImportOddities draft={draft} isOpen={open} />
          <ImportedLines items={draft.items} />
        </div>
      )}
      {open && (
        <section
          aria-labelledby="decide"
          className="no-print mt-12 max-w-3xl border-t border-line-strong pt-6"
        >
          <h2 id="decide" className="font-serif text-xl font-semibold">
            {t(faulty ? 'decideFaulty' : 'decide')}
          </h2>
          {faulty && (
            <a href={paths.imports} className="button button-main mt-4">
              {t('uploadCorrected')}
            </a>
          )}
          {!faulty && (
            <>
              <p className="mb-4 mt-1 max-w-prose">
                {t(draft.complete ? 'issueLead' : 'incomplete', { count: draft.items.length })}
              </p>
              {draft.complete && (
                <ActForm action={issue} values={readVersion} button={t('issueNow')} />
              )}
            </>
          )}
          <div className="mt-4">
            <Confirmed title={t('discard')} label={t('discardThis')} action={discard}>
              <HiddenValues values={readVersion} />
              <p className="max-w-prose text-sm">{t('discardLead')}</p>
            </Confirmed>
          </div>
        </section>
      )}
    </>
  )
})
