import { publicPlaceOf } from '@/lib/documents/place'
import type { DocumentView } from '@/lib/documents/queries'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'

/** The files of a document by language and form, and the link to its list or snapshot. */
export function FileLinks({ document, slug }: { document: DocumentView; slug: string }) {
  const t = translations('documents')
  const language = translations('proposals.languages')
  const { symbol, files, issuedAt } = document
  const place = issuedAt ? publicPlaceOf(document, slug) : null
  if (files.length === 0 && !place) return null
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1">
      {place && (
        <li>
          <a href={place}>{t('read')}</a>
        </li>
      )}
      {files.map((file) => (
        <li key={file.id}>
          <a href={paths.documentFile(slug, symbol, file.language, file.form)}>
            {t('file', { language: language(file.language), form: file.form.toUpperCase() })}
          </a>
        </li>
      ))}
    </ul>
  )
}
