import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'

/** A snapshot in its other forms: for everybody, in Word, as PDF; marked against another one, if asked. */
export function SnapshotFiles({
  slug,
  number,
  against = null,
}: {
  slug: string
  number: number
  against?: number | null
}) {
  const t = translations('snapshots')
  const mark = against === null ? '' : `against=${against}`
  return (
    <span className="no-print flex flex-wrap gap-x-4 text-sm">
      <a href={paths.publicSnapshot(slug, number, mark && `?${mark}`)} className="way">
        {t('public')}
      </a>
      {(['docx', 'pdf'] as const).map((format) => (
        <a
          key={format}
          href={paths.publicSnapshot(slug, number, `?format=${format}${mark && `&${mark}`}`)}
          className="way"
          download
        >
          {t(format)}
        </a>
      ))}
    </span>
  )
}
