import { Difference } from '@/components/text/difference'
import type { ConsolidatedItemView } from '@/lib/consolidation/views'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'

/** How the item as it reads now, with its last corrigendum, uses a source, and the two compared where they differ. */
export function SourceUse({
  item,
  source,
}: {
  item: Pick<ConsolidatedItemView, 'text' | 'language'> & {
    corrigenda: readonly Pick<ConsolidatedItemView['corrigenda'][number], 'text'>[]
  }
  source: Pick<ConsolidatedItemView['from'][number], 'text' | 'language' | 'taken' | 'words'>
}) {
  const t = translations('consolidation')
  const present = item.corrigenda.at(-1)?.text ?? item.text
  const { text, language, taken, words } = source
  return (
    <>
      <p className="text-sm text-quiet">
        {text === present ? t('sameText') : t('usedIn', { taken: t(`taken.${taken}`) })}
        {words && ` “${words}”`}
      </p>
      {text !== present && language === item.language && (
        <details className="mt-1">
          <summary className="cursor-pointer py-1 text-sm text-accent">
            {t('compareWithItem')}
          </summary>
          <p
            lang={language}
            dir={directionOf(language)}
            className="max-w-prose whitespace-pre-line border-s-2 border-line ps-3 font-serif"
          >
            <Difference base={text} next={present} locale={language} />
          </p>
        </details>
      )}
    </>
  )
}
