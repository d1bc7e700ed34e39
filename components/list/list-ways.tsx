import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** The list in its other forms: as it would print, and as files. */
export function ListWays({ slug, issued }: { slug: string; issued: boolean }) {
  const t = translations('lists')
  const files = ['docx', 'pdf', 'csv', 'json'] as const
  return (
    <nav
      aria-label={t('export')}
      className="no-print mb-10 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm"
    >
      <a href={paths.printedList(slug)} className="py-1 font-semibold">
        {t('print')}
      </a>
      {issued && (
        <a href={paths.publicList(slug)} className="py-1 font-semibold">
          {t('public')}
        </a>
      )}
      {(['', '&attribution=without'] as const).map((variant) => (
        <span key={variant} className="flex flex-wrap gap-x-4">
          <span className="py-1 text-quiet">{t(variant ? 'without' : 'with')}:</span>
          {files.map((format) => (
            <a
              key={format}
              href={`${paths.listExport(slug, format)}${variant}`}
              className="way"
              download
            >
              {t(format)}
            </a>
          ))}
        </span>
      ))}
    </nav>
  )
}
