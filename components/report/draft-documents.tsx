import { CheckGroup } from '@/components/ui/field'
import { Confirmed } from '@/components/ui/confirmed'
import { type FormAction, HiddenValues } from '@/components/ui/form'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { mainSections } from '@/lib/report/parts/parts'
import type { ReportView } from '@/lib/report/queries'

/** In which documents the draft stands, L.1 and its addenda, and the form that issues the next one. */
export function DraftDocuments({
  report,
  slug,
  issue,
}: {
  report: ReportView
  slug: string
  /** The act that releases the draft or issues an addendum; null for those who only read. */
  issue: FormAction | null
}) {
  const t = translations('report.documents')
  const { parts, releasedAt } = report
  const act = releasedAt ? t('issue') : translations('report')('release')
  const sections = releasedAt
    ? parts.filter(({ symbol }) => symbol === null)
    : mainSections(report.sections).map(([main]) => main!)
  return (
    <section aria-labelledby="draft-documents">
      <h2 id="draft-documents" className="mb-2 font-serif text-xl font-semibold">
        {t('title')}
      </h2>
      {!releasedAt && <p className="mb-3 text-quiet">{t('none')}</p>}
      <ul className="grid gap-2">
        {parts.map(({ key, label, heading, symbol, gone }) => (
          <li key={key}>
            {t('stands', { label, heading })}
            <br />
            {symbol ? (
              <a href={paths.document(slug, symbol)} className="way text-sm">
                {symbol}
              </a>
            ) : (
              <span className="text-sm text-quiet">{t('notYet')}</span>
            )}
            {gone.length > 0 && (
              <p className="text-sm">
                {t('gone', { count: gone.length, numbers: gone.join(', ') })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {issue && sections.length > 0 && (
        <div className="no-print mt-4">
          <Confirmed title={act} label={act} action={issue}>
            <p className="max-w-prose text-sm">{t('check')}</p>
            <HiddenValues values={{ slug, 'sections[]': '' }} />
            <CheckGroup
              name="sections"
              legend={t(releasedAt ? 'further' : 'first')}
              hint={t('hint')}
              options={sections.map(({ key, label, heading }) => ({
                value: key,
                label: t('stands', { label, heading }),
                checked: true,
              }))}
            />
          </Confirmed>
        </div>
      )}
    </section>
  )
}
