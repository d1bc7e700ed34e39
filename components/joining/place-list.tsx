'use client'

import { Check, Circle, CircleDot, PencilLine, X } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { memo, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Choice } from '@/lib/amendments/joining/choices'
import { type DeskAmendment, statesAt } from '@/lib/amendments/joining/desk'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { directionOf, directionOfWords } from '@/lib/text/locales'
import { visibleWords } from '@/lib/text/signs'
import { type Changed, decided } from '@/lib/text/weave/join'
import { firstWords } from '@/lib/text/first-words'
import { listed } from '@/lib/text/apart'

type Given = {
  places: readonly { segment: Changed }[]
  choices: readonly Choice[]
  current: number
  amendments: ReadonlyMap<string, DeskAmendment>
  language: string
  onSelect: (index: number) => void
}

/** All places of the desk: an open one with who asks for it, a decided one in a line. */
export function PlaceList({ places, choices, current, onSelect, ...rowProps }: Given) {
  const t = useTranslations('joining.desk')
  return (
    <ol aria-label={t('changes')}>
      {places.map(({ segment }, index) => (
        <PlaceRow
          key={index}
          index={index}
          changed={segment}
          choice={choices[index] ?? null}
          isCurrent={index === current}
          onSelect={onSelect}
          {...rowProps}
        />
      ))}
    </ol>
  )
}

const PlaceRow = memo(function PlaceRow({
  index,
  changed,
  choice,
  isCurrent,
  amendments,
  language,
  onSelect,
}: {
  index: number
  changed: Changed
  choice: Choice
  isCurrent: boolean
  amendments: ReadonlyMap<string, DeskAmendment>
  language: string
  onSelect: (index: number) => void
}) {
  const t = useTranslations('joining.desk')
  const row = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const status = statusOf(choice)
  const { alternatives } = changed
  const states = statesAt(changed, amendments)
  const icon = icons[status]
  return (
    <li>
      <a
        ref={row}
        href={`#change-${index + 1}`}
        aria-current={isCurrent || undefined}
        onClick={(event) => {
          event.preventDefault()
          onSelect(index)
        }}
        className={`desk-row ${status === 'open' ? '' : 'text-quiet'}`}
      >
        <span className="place-letter">{placeLetter(index)}</span>
        <span className="min-w-0 flex-1">
          <span
            lang={language}
            dir={directionOf(language)}
            className="flex min-w-0 gap-x-1 font-serif text-base"
          >
            <Brief changed={changed} choice={choice} language={language} />
          </span>
          {status === 'open' && (
            <span className="block truncate text-xs text-quiet">
              {alternatives.length > 1 && `${t('versions', { count: alternatives.length })} · `}
              {listed(states)}
            </span>
          )}
        </span>
        <Icon of={icon} size={16} className={status === 'open' ? 'text-line-strong' : ''} />
        <span className="sr-only">{t(`status.${status}`)}</span>
      </a>
    </li>
  )
})

const icons = { open: Circle, take: Check, keep: X, write: PencilLine, parts: CircleDot }

const statusOf = (choice: Choice): keyof typeof icons => {
  if (!choice) return 'open'
  if ('take' in choice) return 'take'
  if ('keep' in choice) return 'keep'
  return 'write' in choice ? 'write' : 'parts'
}

/** The present text of a place, in a few words: as decided, or as the only version wants it. */
function Brief({
  changed,
  choice,
  language,
}: {
  changed: Changed
  choice: Choice
  language: string
}) {
  const t = useTranslations('joining.desk')
  const { base, alternatives } = changed
  const only = alternatives.length === 1 ? alternatives[0]!.text : base
  const now = choice ? decided(changed, choice) : only
  const [removal, insertion] = [brief(base), brief(now)]
  const line = (words: string) => ({
    dir: directionOfWords(words, language),
    className: 'min-w-0 truncate',
  })
  if (now === base) return <span {...line(removal)}>{removal || t('nothing')}</span>
  if (removal === insertion) return <i className="truncate">{t('form')}</i>
  return (
    <>
      {removal && <del {...line(removal)}>{removal}</del>}
      {insertion && <ins {...line(insertion)}>{insertion}</ins>}
    </>
  )
}

const brief = (marked: string): string => firstWords(visibleWords(marked).replaceAll('\n', ' ¶ '))
