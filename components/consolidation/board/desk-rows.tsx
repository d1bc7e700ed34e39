'use client'

import type { ReactNode } from 'react'
import { DESK_FORM } from './desk-form'
import { DeskPlace, ItemHandle, SourceHandle } from './desk-places'

/** A preliminary item at the desk: to be ticked, carried and read. */
export const SourceRow = ({
  id,
  label,
  chooseName,
  carryName,
  children,
}: {
  id: string
  label: string
  chooseName: string
  carryName: string
  /** What is read of it. */
  children: ReactNode
}) => (
  <li id={`source-${id}`} className="scroll-mt-4">
    <article className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <div className="grid content-start justify-items-center gap-1 pt-0.5">
        <input
          type="checkbox"
          name="items"
          value={id}
          form={DESK_FORM}
          className="size-5 accent-accent"
          aria-label={chooseName}
        />
        <SourceHandle id={id} label={label} name={carryName} />
      </div>
      <div className="min-w-0">{children}</div>
    </article>
  </li>
)

/** An item of the list at the desk: to be chosen, carried and moved, with a place before it. */
export const ItemRow = ({
  id,
  headingId,
  place,
  label,
  chooseName,
  moveName,
  up,
  down,
  children,
}: {
  id: string
  headingId: string
  place: string
  label: string
  chooseName: string
  moveName: string
  /** Before which item it goes by one press of an arrow key, '' for last; null where it can't go further. */
  up: string | null
  down: string | null
  /** What is read of it. */
  children: ReactNode
}) => (
  <li id={`item-${id}`} className="scroll-mt-4">
    <DeskPlace headingId={headingId} itemId={id} onto={false} />
    <DeskPlace headingId={headingId} itemId={id} onto>
      <div className="grid grid-cols-[3.2rem_minmax(0,1fr)] gap-x-1 py-1">
        <div className="grid content-start justify-items-center gap-1">
          <span className="whitespace-nowrap font-serif text-quiet">{place}</span>
          <input
            type="radio"
            name="into"
            value={id}
            form={DESK_FORM}
            data-heading={headingId}
            className="size-5 accent-accent"
            aria-label={chooseName}
          />
          <ItemHandle
            id={id}
            headingId={headingId}
            label={label}
            name={moveName}
            up={up}
            down={down}
          />
        </div>
        <div className="min-w-0">{children}</div>
      </div>
    </DeskPlace>
  </li>
)
