'use client'

import { Lock } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { DESK_FORM } from '@/components/consolidation/bar/desk-form'
import { type Fact, Facts, ItemBody, type ShownItem } from '@/components/consolidation/facts/facts'
import { FoldedText } from '@/components/consolidation/facts/folded-text'
import { GapPlace, ItemHandle, ItemPlace, SourceHandle } from './desk-places'
import { firstWords } from '@/lib/text/first-words'

/** The words with which long texts are unfolded and folded. */
type FoldWords = { more: string; less: string }

/** A preliminary item at the desk: to be ticked, carried and read. */
export const SourceRow = ({
  item,
  links,
  label,
  chooseName,
  carryName,
  fold,
}: {
  item: ShownItem
  links: readonly Fact[]
  /** Its name among the ticked if its row is out of sight. */
  label: string
  chooseName: string
  carryName: string
  fold: FoldWords
}) => (
  <li
    id={`source-${item.id}`}
    className="scroll-my-24 rounded-md px-1 py-1.5 has-checked:bg-accent-wash"
  >
    <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <div className="grid content-start justify-items-center gap-1 pt-0.5">
        <input
          type="checkbox"
          name="items"
          value={item.id}
          form={DESK_FORM}
          data-label={label}
          className="size-5 accent-accent"
          aria-label={chooseName}
        />
        <SourceHandle id={item.id} label={firstWords(item.text, 80)} name={carryName} />
      </div>
      <div className="min-w-0">
        <ItemBody item={item} text={<FoldedText text={item.text} {...fold} />} />
        <p className="no-print item-facts">
          <Facts facts={links} />
        </p>
      </div>
    </article>
  </li>
)

/** An item of the list at the desk: to be chosen, carried and moved, with a place before it. */
export const ItemRow = ({
  item,
  headingId,
  number,
  label,
  chooseName,
  moveName,
  stays,
  up,
  down,
  fold,
}: {
  item: ShownItem
  headingId: string
  number: string
  /** Its first words. */
  label: string
  chooseName: string
  moveName: string
  /** The reason why it may be moved, but not merged into another item or taken off; null if it may. */
  stays: string | null
  /** The item before which one press of an arrow key moves it, '' for last; null if it can't go further. */
  up: string | null
  down: string | null
  fold: FoldWords
}) => (
  <li id={`item-${item.id}`} className="relative scroll-my-24">
    <GapPlace target={{ headingId, itemId: item.id, number, onto: false }} />
    <ItemPlace target={{ headingId, itemId: item.id, number, onto: true }}>
      <div className="grid grid-cols-[3.2rem_minmax(0,1fr)] gap-x-1 rounded-md py-1.5 has-checked:bg-accent-wash">
        <div className="grid content-start justify-items-center gap-1">
          <span className="whitespace-nowrap font-serif text-quiet">{number}</span>
          <input
            type="radio"
            name="into"
            value={item.id}
            form={DESK_FORM}
            data-heading={headingId}
            data-number={number}
            data-label={label}
            className="size-5 accent-accent"
            aria-label={chooseName}
          />
          <ItemHandle
            headingId={headingId}
            item={{ id: item.id, label, number, stays }}
            name={moveName}
            up={up}
            down={down}
          />
        </div>
        <div className="min-w-0">
          <ItemBody item={item} text={<FoldedText text={item.text} {...fold} />} />
          {stays && (
            <p className="no-print mt-1 flex items-baseline gap-1.5 text-sm text-quiet">
              <Icon of={Lock} size={14} className="shrink-0 self-center" />
              {stays}
            </p>
          )}
        </div>
      </div>
    </ItemPlace>
  </li>
)
