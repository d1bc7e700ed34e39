import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import type { Suggestions } from '@/lib/consolidation/suggestions/views'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import { SharedWords } from './shared-words'
import { SourceEntry } from '@/components/consolidation/facts/source-entry'
import { StrengthWord } from '@/components/consolidation/facts/strength-word'
import { firstWords } from '@/lib/text/first-words'

const JOINED = 'joined'

/**
 * The items similar to one preliminary item, with the shared words marked: to be joined with it, one or several at
 * once, added to an item that uses it already, or marked as not similar. Needs no script.
 */
export function SuggestionList({
  item,
  suggested,
  slug,
  works,
  notSimilar,
}: Suggestions & {
  slug: string
  /** Whether this reader settles items here, and the list is not adopted. */
  works: boolean
  notSimilar: FormAction
}) {
  const t = translations('consolidation')
  const unused = ({ id }: { id: string }) => !item.uses.some((use) => use.id === id)
  return (
    <>
      <ol className="grid gap-8">
        {suggested.map((suggestion) => (
          <li key={suggestion.id}>
            <SourceEntry
              source={suggestion}
              lead={
                works && (
                  <input
                    type="checkbox"
                    name="items"
                    value={suggestion.id}
                    form={JOINED}
                    className="size-5 accent-accent"
                    aria-label={t('choose', { text: firstWords(suggestion.text) })}
                  />
                )
              }
              text={
                <SharedWords
                  text={suggestion.text}
                  compared={item.text}
                  language={suggestion.language}
                />
              }
            >
              <p className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
                <StrengthWord strength={suggestion.strength} />
                {item.strength && suggestion.strength && item.strength !== suggestion.strength && (
                  <strong>
                    {t(
                      suggestion.strength > item.strength
                        ? 'strength.asksMore'
                        : 'strength.asksLess',
                    )}
                  </strong>
                )}
              </p>
              {works && (
                <div className="no-print mt-1 flex flex-wrap items-center gap-x-4">
                  {suggestion.uses.filter(unused).map(({ id }) => (
                    <a key={id} href={`${paths.makeItem(slug, [item.id])}&into=${id}#add`}>
                      {t('similar.addWhereUsed')}
                    </a>
                  ))}
                  <a
                    href={paths.makeItem(slug, [item.id, suggestion.id])}
                    className="inline-block py-2"
                  >
                    {t('similar.join')}
                  </a>
                  <ActForm
                    action={notSimilar}
                    className="grid"
                    values={{ slug, itemId: item.id, otherId: suggestion.id }}
                    button={t('similar.not')}
                    tone="plain"
                    label={t('similar.notOf', { text: firstWords(suggestion.text) })}
                  />
                </div>
              )}
            </SourceEntry>
          </li>
        ))}
      </ol>
      {works && suggested.length > 1 && (
        <form
          id={JOINED}
          method="get"
          action={paths.makeItem(slug, []).split('?')[0]}
          className="no-print sticky bottom-0 mt-6 border-t border-line bg-paper py-3"
        >
          <input type="hidden" name="items" value={item.id} />
          <button type="submit" className="button button-main">
            {t('similar.joinTicked')}
          </button>
        </form>
      )}
    </>
  )
}
