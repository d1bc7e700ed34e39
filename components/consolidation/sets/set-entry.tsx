import { FoldedText } from '@/components/consolidation/facts/folded-text'
import { StrengthWord } from '@/components/consolidation/facts/strength-word'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { ordinalWord } from '@/lib/clock'
import { strengthsApart } from '@/lib/consolidation/strength/compare'
import type { SuggestedSet } from '@/lib/consolidation/suggestions/views'
import { placeOnList } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { directionOf } from '@/lib/text/locales'
import { WordSet } from './word-set'
import { firstWords } from '@/lib/text/first-words'
import { listed } from '@/lib/text/apart'

/** Of a set of more items than this the first few are shown; the others fold, ticked as well. */
const MOST = 8
const SHOWN = 5

/** Items that look alike: those that belong together stay ticked and become one item, or the whole set is left apart. */
export function SetEntry({
  set,
  slug,
  leave,
}: {
  set: SuggestedSet
  slug: string
  leave: FormAction
}) {
  const t = translations('consolidation')
  const apart = strengthsApart(set.map(({ text }) => text))
  const [first] = set
  if (!first) return null
  const title = `set-${first.id}`
  const shown = set.length > MOST ? SHOWN : set.length
  return (
    <section data-set aria-labelledby={title} className="sheet p-4 sm:p-5">
      <h2 id={title} className="mb-1 font-semibold">
        {t('sets.set', { count: set.length })}
      </h2>
      {apart && <p className="mb-2 text-sm text-alarm">{t('sets.strengths', apart)}</p>}
      <form id={`form-${first.id}`} method="get" action={paths.makeItem(slug, []).split('?')[0]}>
        <ul className="grid gap-1">
          {set.slice(0, shown).map((source) => (
            <SetSource key={source.id} source={source} />
          ))}
        </ul>
        {shown < set.length && (
          <details>
            <summary className="cursor-pointer px-1 py-2 text-accent">
              {t('sets.more', { count: set.length - shown })}
            </summary>
            <ul className="grid gap-1">
              {set.slice(shown).map((source) => (
                <SetSource key={source.id} source={source} />
              ))}
            </ul>
          </details>
        )}
      </form>
      <div className="no-print mt-3 flex flex-wrap items-start gap-3">
        <WordSet form={`form-${first.id}`} label={t('sets.accept')} />
        <div data-act="leave">
          <ActForm
            action={leave}
            values={{ slug, itemIds: set.map(({ id }) => id).join(',') }}
            button={t('sets.leave')}
            tone="plain"
            label={t('sets.leaveOf', { text: firstWords(first.text) })}
          />
        </div>
      </div>
    </section>
  )
}

/** One item of a set, ticked unless it is taken out. */
function SetSource({ source }: { source: SuggestedSet[number] }) {
  const t = translations('consolidation')
  return (
    <li>
      <label className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-sm px-1 py-1.5 hover:bg-accent-wash">
        <input
          type="checkbox"
          name="items"
          value={source.id}
          defaultChecked
          className="mt-1 size-5 accent-accent"
          aria-label={t('sets.takeOut', { text: firstWords(source.text) })}
        />
        <span className="min-w-0">
          <span
            lang={source.language}
            dir={directionOf(source.language)}
            className="block font-serif"
          >
            <FoldedText text={source.text} more={t('more')} less={t('less')} />
          </span>
          <span className="flex flex-wrap items-baseline gap-x-4 text-sm text-quiet">
            <span className="first-letter:uppercase">
              {t('sessionOf', { session: ordinalWord(source.sessionOrdinal) })},{' '}
              {placeOnList(source)}
            </span>
            <span>{listed(source.attribution)}</span>
            <StrengthWord strength={source.strength} />
          </span>
        </span>
      </label>
    </li>
  )
}
