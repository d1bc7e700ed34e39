import { askedQuery, type OutputAsked, outputFormats } from '@/lib/consolidation/outputs/formats'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** The list in its other forms: to print, as files, its concordance, its decisions, its lineage drawn. */
export function OutputWays({ slug, adopted }: { slug: string; adopted: boolean }) {
  const t = translations('outputs')
  const parts: { label: string; request: Partial<OutputAsked> }[] = [
    { label: t('whats.list'), request: {} },
    { label: t('withSources'), request: { attribution: true } },
    { label: t('whats.concordance'), request: { what: 'concordance' } },
    { label: t('whats.decisions'), request: { what: 'decisions' } },
  ]
  return (
    <nav aria-labelledby="outputs" className="no-print mt-10 border-t border-line pt-5">
      <h3 id="outputs" className="mb-2 font-semibold">
        {t('label')}
      </h3>
      <dl className="grid gap-x-5 text-sm sm:grid-cols-[max-content_minmax(0,1fr)]">
        {parts.map(({ label, request }) => (
          <div key={label} className="contents">
            <dt className="py-1 text-quiet">{label}</dt>
            <dd className="mb-2 flex flex-wrap gap-x-4 sm:mb-0">
              {outputFormats.flatMap((format) =>
                waysTo(request, format).map((way) => (
                  <a
                    key={`${format} ${way}`}
                    href={paths.consolidatedFile(slug, askedQuery({ ...request, format, way }))}
                    download={format !== 'html'}
                    className="way"
                  >
                    {request.what === 'concordance' && format === 'csv'
                      ? t(way === 'items' ? 'csvItems' : 'csvSources')
                      : t(`formats.${format}`)}
                  </a>
                )),
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 flex flex-wrap gap-x-5 text-sm">
        <a href={paths.lineage(slug)} className="way">
          {t('lineage')}
        </a>
        <a href={paths.snapshots(slug)} className="way">
          {t('snapshots')}
        </a>
        {adopted && (
          <a href={paths.publicConsolidated(slug)} className="py-1 font-semibold">
            {t('public')}
          </a>
        )}
      </p>
    </nav>
  )
}

/** Only the concordance as CSV has two ways; a sheet with sources is the concordance itself. */
const waysTo = ({ what, attribution }: Partial<OutputAsked>, format: string) =>
  what === undefined && attribution && !['html', 'docx', 'pdf'].includes(format)
    ? []
    : what === 'concordance' && format === 'csv'
      ? (['items', 'sources'] as const)
      : (['items'] as const)
