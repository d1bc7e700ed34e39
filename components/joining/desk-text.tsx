'use client'

import { memo, useEffect, useRef } from 'react'
import type { Choice } from '@/lib/amendments/joining/choices'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { type Part, type Piece, type Place, wordsIn } from '@/lib/amendments/negotiation/woven'
import { directionOf } from '@/lib/text/locales'
import { type Changed, decided } from '@/lib/text/weave/join'

type Given = {
  paragraphs: readonly (readonly Piece[])[]
  changed: readonly Changed[]
  choices: readonly Choice[]
  /** A change's supporters, by place. */
  states: readonly string[]
  current: number
  language: string
  onSelect: (index: number) => void
}

/** The text with every place at its position and as decided, and the current one highlighted. */
export function DeskText({
  paragraphs,
  changed,
  choices,
  states,
  current,
  language,
  onSelect,
}: Given) {
  return (
    <div
      lang={language}
      dir={directionOf(language)}
      className="text-of-record"
      data-testid="desk-text"
    >
      {paragraphs.map((pieces, index) => (
        <p key={index}>
          {pieces.map((piece, at) => {
            if (piece.kind === 'kept') return <Words key={at} parts={[piece.part]} />
            const place = piece.place.number - 1
            return (
              <LitPlace
                key={at}
                place={piece.place}
                changed={changed[place]!}
                choice={choices[place] ?? null}
                states={states[place] ?? ''}
                isCurrent={place === current}
                onSelect={onSelect}
              />
            )
          })}
        </p>
      ))}
    </div>
  )
}

const LitPlace = memo(function LitPlace({
  place,
  changed,
  choice,
  states,
  isCurrent,
  onSelect,
}: {
  place: Place
  changed: Changed
  choice: Choice
  states: string
  isCurrent: boolean
  onSelect: (index: number) => void
}) {
  const element = useRef<HTMLAnchorElement>(null)
  const index = place.number - 1
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const isOpen = choice === null
  const only = place.wishes.length === 1 ? place.wishes[0] : undefined
  const newParts: readonly Part[] = isOpen
    ? (only?.parts ?? [])
    : 'take' in choice
      ? (place.wishes[choice.take]?.parts ?? [])
      : wordsIn('write' in choice ? choice.write : decided(changed, choice))
  const isKept =
    choice !== null && !('write' in choice) && decided(changed, choice) === changed.base
  const isStruck = !isKept && (!isOpen || only !== undefined)
  return (
    <a
      ref={element}
      id={`at-${place.number}`}
      href={`#change-${place.number}`}
      title={states}
      aria-current={isCurrent || undefined}
      className={`lit-place ${isOpen ? 'is-open' : ''}`}
      onClick={(event) => {
        event.preventDefault()
        onSelect(index)
      }}
    >
      {isStruck ? (
        place.base.length > 0 && (
          <del>
            <Words parts={place.base} />
          </del>
        )
      ) : (
        <Words parts={place.base} />
      )}
      {isStruck && newParts.length > 0 && (
        <ins>
          <Words parts={newParts} />
        </ins>
      )}
      <span className="place-letter">{placeLetter(index)}</span>
    </a>
  )
})

function Words({ parts }: { parts: readonly Part[] }) {
  return parts.map((part, index) =>
    part.italic ? <em key={index}>{part.text}</em> : <span key={index}>{part.text}</span>,
  )
}
