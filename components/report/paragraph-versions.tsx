import { TextOfRecord } from '@/components/text/text-of-record'
import { translations } from '@/lib/messages'
import type { ParagraphView } from '@/lib/report/view'
import { languageName, originalNote } from '@/lib/report/writing/original'

/** The language of a paragraph's original, and its other versions, each in its own direction. Nothing for most. */
export function ParagraphVersions({ paragraph }: { paragraph: ParagraphView }) {
  const t = translations('report.versions')
  const { versions } = paragraph
  if (!versions) return null
  const { others, original } = versions
  const note = originalNote(paragraph)
  return (
    <div className="mt-1 font-sans text-sm text-quiet">
      {note && <p>{note}</p>}
      {others.length > 0 && (
        <details>
          <summary className="cursor-pointer">{t('others', { count: others.length })}</summary>
          <div className="grid gap-3 py-2">
            {others.map(({ language, text, isCurrent }) => (
              <div key={language} className="border-s-4 border-line ps-4">
                <p>
                  {[
                    language === original
                      ? t('original', { language: languageName(language) })
                      : languageName(language),
                    ...(isCurrent ? [] : [t('behind')]),
                  ].join(' · ')}
                </p>
                <div className="font-serif text-base text-ink">
                  <TextOfRecord document={text} language={language} />
                </div>
              </div>
            ))}
          </div>
        </details>
      )}
    </div>
  )
}
