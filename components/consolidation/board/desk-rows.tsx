'use client'

import { type Fact, Facts, ItemBody, type ShownItem } from '@/components/consolidation/facts/facts'
import { DESK_FORM } from './desk-form'
import { DeskPlace, ItemHandle, SourceHandle } from './desk-places'

/** A preliminary item at the desk: to be ticked, carried and read. */
export const SourceRow = ({
  item,
  links,
  chooseName,
  carryName,
}: {
  item: ShownItem
  links: readonly Fact[]
  chooseName: string
  carryName: string
}) => (
  <li id={`source-${item.id}`} className="scroll-mt-4">
    <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <div className="grid content-start justify-items-center gap-1 pt-0.5">
        <input
          type="checkbox"
          name="items"
          value={item.id}
          form={DESK_FORM}
          className="size-5 accent-accent"
          aria-label={chooseName}
        />
        <SourceHandle id={item.id} label={labelOf(item)} name={carryName} />
      </div>
      <div className="min-w-0">
        <ItemBody item={item} />
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
  place,
  chooseName,
  moveName,
  up,
  down,
}: {
  item: ShownItem
  headingId: string
  place: string
  chooseName: string
  moveName: string
  /** Before which item it goes by one press of an arrow key, '' for last; null where it can't go further. */
  up: string | null
  down: string | null
}) => (
  <li id={`item-${item.id}`} className="scroll-mt-4">
    <DeskPlace headingId={headingId} itemId={item.id} onto={false} />
    <DeskPlace headingId={headingId} itemId={item.id} onto>
      <div className="grid grid-cols-[3.2rem_minmax(0,1fr)] gap-x-1 py-1">
        <div className="grid content-start justify-items-center gap-1">
          <span className="whitespace-nowrap font-serif text-quiet">{place}</span>
          <input
            type="radio"
            name="into"
            value={item.id}
            form={DESK_FORM}
            data-heading={headingId}
            className="size-5 accent-accent"
            aria-label={chooseName}
          />
          <ItemHandle
            id={item.id}
            headingId={headingId}
            label={labelOf(item)}
            name={moveName}
            up={up}
            down={down}
          />
        </div>
        <div className="min-w-0">
          <ItemBody item={item} />
        </div>
      </div>
    </DeskPlace>
  </li>
)

/** What a carried item is called. */
const labelOf = ({ text }: ShownItem): string => text.slice(0, 80)
