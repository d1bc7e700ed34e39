import { ReusedWords } from '@/components/consolidation/item/reused-words'
import { SourceEntry } from '@/components/consolidation/facts/source-entry'
import { StatusWord } from '@/components/consolidation/facts/status-word'
import type { OurItem } from '@/lib/consolidation/delegation-view/views'
import { isAside } from '@/lib/consolidation/kinds'
import { reusedWords } from '@/lib/consolidation/provenance/item-provenance'
import { paths } from '@/lib/paths'
import { translations } from '@/lib/messages'
import type { DelegationViewActs } from './acts'
import { OurDisagreement } from './our-disagreement'
import { apart } from '@/lib/text/apart'

/** A preliminary item of the delegation: its outcome with person and time, and the reused words. */
export function OurItemEntry({
  item,
  isNamedHere,
  ...acts
}: { item: OurItem; isNamedHere: boolean } & DelegationViewActs) {
  const t = translations('ours')
  const { surviving, outcome } = item
  return (
    <div {...(isNamedHere && { id: `item-${item.id}` })} className="mt-3 scroll-mt-4">
      <SourceEntry source={item}>
        {isAside(outcome) && (
          <OurDisagreement
            about={{ itemId: item.id, consolidatedItemId: null, wording: null }}
            stated={item.disagreement}
            {...acts}
          />
        )}
        {item.former.map((stated) => (
          <div key={stated.id} className="mt-2">
            <p className="text-sm font-semibold">{t('disagreement.former')}</p>
            <OurDisagreement about={stated} stated={stated} {...acts} />
          </div>
        ))}
      </SourceEntry>
      {surviving.map((use) => (
        <div key={use.id} className="mt-4 break-inside-avoid border-s-4 border-line ps-4 sm:ms-6">
          <p className="mb-1 flex flex-wrap items-baseline gap-x-4 text-sm">
            <span className="text-quiet">{t('livesOn')}</span>
            <a href={paths.consolidatedItem(acts.slug, use.id)} className="way">
              {use.paragraph
                ? t('item', { number: `${use.paragraph} (${use.letter})` })
                : t('unnumbered', { heading: use.heading })}
            </a>
            <StatusWord status={use.status} adopted={acts.adopted} />
            {use.corrected > 0 && (
              <a href={`${paths.consolidatedItem(acts.slug, use.id)}#corrigenda`} className="way">
                {translations('corrigenda')('corrected', { number: use.corrected })}
              </a>
            )}
          </p>
          <ReusedWords text={use.text} of={takenWords(item, use)} language={use.language} />
          <p className="mt-1 text-sm text-quiet">
            {t(howItLives(item, use), { words: use.words })}
            {use.reason && ` ${t('because', { reason: apart(use.reason) })}`}
          </p>
          <OurDisagreement
            about={{ itemId: item.id, consolidatedItemId: use.id, wording: use.wording }}
            stated={use.disagreement}
            {...acts}
          />
        </div>
      ))}
    </div>
  )
}

type Use = OurItem['surviving'][number]

const takenWords = (item: OurItem, { taken, words }: Use): string =>
  taken === 'whole' ? item.text : taken === 'part' ? words || item.text : ''

function howItLives(item: OurItem, use: Use) {
  if (use.taken === 'idea') return 'ideaOnly'
  if (use.text === item.text) return 'asIs'
  if (use.taken === 'part' && use.words) return 'part'
  return reusedWords(use.text, item.text, use.language).length > 0 ? 'marked' : 'noWords'
}
