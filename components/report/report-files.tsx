import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

const FORMATS = ['html', 'docx', 'pdf', 'akn', 'json'] as const

/** The forms in which the report can be taken away. */
export function ReportFiles({ slug }: { slug: string }) {
  const t = translations('report')
  return (
    <p className="no-print flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {FORMATS.map((format) => (
        <a
          key={format}
          href={paths.reportFile(slug, format)}
          className="way"
          {...(format !== 'html' && { download: true })}
        >
          {t(`formats.${format}`)}
        </a>
      ))}
    </p>
  )
}
