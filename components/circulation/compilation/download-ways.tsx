import { compilationFormats } from '@/lib/circulation/compilation/formats'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The files of the compilation. */
export const DownloadWays = ({ slug, circulationId }: { slug: string; circulationId: string }) => {
  const t = translations('compilation')
  return (
    <p className="no-print mb-6 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span className="text-quiet">{t('files')}</span>
      {compilationFormats.map((format) => (
        <a key={format} href={paths.compilationFile(slug, circulationId, format)} download>
          {t(`formats.${format}`)}
        </a>
      ))}
    </p>
  )
}
