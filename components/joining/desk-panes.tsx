'use client'

import { ChevronLeft, ChevronRight, List, Text } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { type ReactNode, useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type Desk, fateViewOf, openChanges, statesAt, textOf } from '@/lib/amendments/joining/desk'
import { placeLetter } from '@/lib/amendments/negotiation/place-letter'
import { wovenParagraphs } from '@/lib/amendments/negotiation/woven'
import { placesOf } from '@/lib/text/weave/join'
import { ChangeField } from './place/change-field'
import { DeskStates, SuggestionField, SuggestionList } from './desk-amendments'
import { fateWords } from './fate-words'
import { DeskText } from './desk-text'
import { JoinedText } from './joined-text'
import { PlaceList } from './place-list'
import type { DeskState } from './use-desk'
import { useKeys } from './use-keys'
import { listed } from '@/lib/text/apart'

type View = 'places' | 'suggestions' | 'states'
type Pane = 'list' | 'text' | 'place'

/**
 * The three panes of the desk. On a phone one at a time, the others behind a button; without a script all of them,
 * one under another.
 */
export function DeskPanes({
  desk,
  state,
  language,
  answeredAt,
  start,
}: {
  desk: Desk
  state: DeskState
  language: string
  /** Changes with each answer of the server, which resets the fields. */
  answeredAt: number
  start: number | null
}) {
  const t = useTranslations('joining.desk')
  const { base, segments, amendments } = desk
  const { choices, decisions, clash, choose, decideAll, giveReason } = state
  const places = useMemo(() => placesOf(segments), [segments])
  const changed = useMemo(() => places.map(({ segment }) => segment), [places])
  const byId = useMemo(
    () => new Map(amendments.map((amendment) => [amendment.id, amendment])),
    [amendments],
  )
  const states = useMemo(
    () => changed.map((segment) => listed(statesAt(segment, byId))),
    [changed, byId],
  )
  const { paragraphs } = useMemo(() => wovenParagraphs(segments), [segments])
  const [current, setCurrent] = useState(() => {
    const id = amendments.find(({ number }) => number === start)?.id
    const startIndex = changed.findIndex(
      ({ alternatives }) => id !== undefined && alternatives.some(({ by }) => by.includes(id)),
    )
    return Math.max(0, startIndex >= 0 ? startIndex : decisions.findIndex((decision) => !decision))
  })
  const [suggestion, setSuggestion] = useState(amendments[0]?.id)
  const [view, setView] = useState<View>('places')
  const [pane, setPane] = useState<Pane>('place')
  const select = useCallback((index: number) => {
    setCurrent(index)
    setPane('place')
    setView('places')
  }, [])
  const selectSuggestion = useCallback((id: string) => {
    setSuggestion(id)
    setPane('place')
  }, [])
  const fates = amendments.map((amendment) => ({
    amendment,
    view: fateViewOf(segments, decisions, amendment.id),
  }))
  const count = places.length
  const decided = count - openChanges(segments, decisions)
  const move = (by: number) => select((current + by + count) % count)
  const nextOpen = () => {
    const order = changed.map((_, step) => (current + 1 + step) % count)
    const next = order.find((index) => !decisions[index])
    if (next !== undefined) select(next)
  }
  useKeys((key) => {
    if (count === 0) return false
    const versions = changed[current]!.alternatives.length
    if (key === 'j') move(1)
    else if (key === 'k') move(-1)
    else if (key === 'n') nextOpen()
    else if (key === 'd') choose(current, { keep: true })
    else if (key === 'a' && versions === 1) choose(current, { take: 0 })
    else if (/^[1-9]$/.test(key) && Number(key) <= versions)
      choose(current, { take: Number(key) - 1 })
    else return false
    return true
  })
  const followHash = useEffectEvent(() => {
    const index = Number(/^#change-(\d+)$/.exec(location.hash)?.[1]) - 1
    if (index >= 0 && index < count) select(index)
  })
  useEffect(() => {
    const follow = () => followHash()
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  return (
    <>
      <div className="scripted no-print flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line pb-2">
        <p role="status" className="flex items-center gap-3 text-sm font-semibold">
          {t('progress', { decided, count })}
          <progress
            aria-hidden
            value={decided}
            max={Math.max(1, count)}
            className="desk-progress max-sm:hidden"
          />
        </p>
        <button
          type="button"
          className="button max-lg:ms-auto lg:order-last"
          disabled={decided === count}
          onClick={nextOpen}
        >
          {t('next')}
        </button>
        <p aria-hidden className="keys flex flex-wrap gap-x-3 text-xs text-quiet max-lg:hidden">
          {(['accept', 'decline', 'version', 'nextOpen', 'moves'] as const).map((act) => (
            <span key={act}>
              <kbd className="key">{t(`keys.${act}.key`)}</kbd> {t(`keys.${act}.act`)}
            </span>
          ))}
        </p>
        <div className="flex flex-wrap gap-2 lg:ms-auto">
          <PaneButton pane="list" now={pane} onPress={setPane}>
            <Icon of={List} size={16} /> {t('list')}
          </PaneButton>
          <PaneButton pane="text" now={pane} onPress={setPane}>
            <Icon of={Text} size={16} /> {t('text')}
          </PaneButton>
          <button type="button" className="button" onClick={() => move(-1)}>
            <Icon of={ChevronLeft} size={16} className="rtl:rotate-180" />
            <span className="sr-only">{t('previous')}</span>
          </button>
          <button type="button" className="button" onClick={() => move(1)}>
            <Icon of={ChevronRight} size={16} className="rtl:rotate-180" />
            <span className="sr-only">{t('following')}</span>
          </button>
        </div>
      </div>
      <div key={answeredAt} data-pane={pane} data-view={view} className="desk-panes">
        <div className="pane pane-list">
          <div role="group" aria-label={t('views')} className="scripted no-print views">
            {(['places', 'suggestions', 'states'] as const).map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={view === name}
                onClick={() => setView(name)}
              >
                {t(`view.${name}`, {
                  count: name === 'places' ? count : amendments.length,
                })}
              </button>
            ))}
          </div>
          <section data-list="places">
            <PlaceList
              {...{ places, choices, current, language }}
              amendments={byId}
              onSelect={select}
            />
          </section>
          <section data-list="suggestions">
            <SuggestionList
              {...{ amendments, segments, state }}
              current={suggestion}
              onSelect={selectSuggestion}
            />
          </section>
          <section data-list="states">
            <DeskStates amendments={amendments} decide={decideAll} />
          </section>
        </div>
        <div className="pane pane-text">
          <JoinedText text={textOf(desk, decisions)} language={language}>
            <DeskText
              {...{ paragraphs, changed, choices, states, current, language }}
              onSelect={select}
            />
          </JoinedText>
        </div>
        <div className="pane pane-place">
          <p role="status" className="sr-only">
            {t('change', { letter: placeLetter(current) })}
          </p>
          <div data-list="places">
            {places.map(({ at, segment }, index) => (
              <ChangeField
                key={`${at}-${segment.base}`}
                index={index}
                at={at}
                base={base}
                changed={segment}
                choice={choices[index] ?? null}
                isCurrent={index === current}
                differs={clash?.differing.includes(index) ?? false}
                amendments={byId}
                language={language}
                choose={choose}
              />
            ))}
          </div>
          <div data-list="suggestions">
            {fates.map(({ amendment, view }) => (
              <SuggestionField
                key={amendment.id}
                amendment={amendment}
                fate={view.fate}
                fateSaid={fateWords(t, view)}
                reason={state.reasons[amendment.id] ?? ''}
                isCurrent={amendment.id === suggestion}
                giveReason={giveReason}
                decide={decideAll}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  )
}

/** Shows another pane if there is room for one; pressed again, the place is shown. */
function PaneButton({
  pane,
  now,
  onPress,
  children,
}: {
  pane: Pane
  now: Pane
  onPress: (pane: Pane) => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-pressed={now === pane}
      className="button lg:hidden"
      onClick={() => onPress(now === pane ? 'place' : pane)}
    >
      {children}
    </button>
  )
}
