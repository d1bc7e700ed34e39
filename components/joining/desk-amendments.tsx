'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl/react'
import { TextArea } from '@/components/ui/text-area'
import { type DeskAmendment, type FateView, fateViewOf } from '@/lib/amendments/joining/desk'
import { reasonName } from '@/lib/amendments/joining/schema'
import { fateWords } from './fate-words'
import type { Segment } from '@/lib/text/weave/weave'
import type { DeskState } from './use-desk'
import { listed } from '@/lib/text/apart'

type Given = {
  amendments: readonly DeskAmendment[]
  segments: readonly Segment[]
  state: DeskState
}

/** Every suggestion in a line or two, with its present fate. */
export function SuggestionList({
  amendments,
  segments,
  state,
  current,
  onSelect,
}: Given & { current: string | undefined; onSelect: (id: string) => void }) {
  const t = useTranslations('joining.desk')
  return (
    <ol aria-label={t('byAmendment')}>
      {amendments.map(({ id, number, by, reason }) => {
        const view = fateViewOf(segments, state.decisions, id)
        const { fate } = view
        const isDecided = fate !== 'open' && fate !== null
        return (
          <li key={id}>
            <a
              href={`#suggestion-${number}`}
              aria-current={id === current || undefined}
              onClick={(event) => {
                event.preventDefault()
                onSelect(id)
              }}
              className={`desk-row ${isDecided ? 'text-quiet' : ''}`}
            >
              <span className="min-w-0 flex-1">
                <span className="flex justify-between gap-2">
                  <span className="truncate">
                    {by[0]} ({number})
                  </span>
                  <span className="shrink-0 text-xs">{fateWords(t, view)}</span>
                </span>
                {!isDecided && reason && (
                  <span dir="auto" className="block truncate text-xs text-quiet">
                    {reason}
                  </span>
                )}
              </span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}

type Field = {
  amendment: DeskAmendment
  fate: FateView['fate']
  /** The fate in words. */
  fateSaid: string
  reason: string
  isCurrent: boolean
  giveReason: (id: string, reason: string) => void
  decide: (ids: readonly string[], how: 'take' | 'keep') => void
}

/** One suggestion: its author and reason, all of it accepted or declined at once, and the reason for that. */
export const SuggestionField = memo(function SuggestionField({
  amendment,
  fate,
  fateSaid,
  reason: why,
  isCurrent,
  giveReason,
  decide,
}: Field) {
  const t = useTranslations('joining.desk')
  const { id, number, by, reason, label, revisionNumber } = amendment
  const name = t('amendment', { number })
  const about = [
    by.length > 1 && t('with', { names: listed(by.slice(1)) }),
    label !== 'applies' && t('onRevision', { number: revisionNumber }),
    label !== 'applies' && t(`labels.${label}`),
  ]
  return (
    <section
      id={`suggestion-${number}`}
      aria-label={`${by[0]} (${number})`}
      data-current={isCurrent || undefined}
      className="change suggestion"
    >
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b>
          {by[0]} ({number})
        </b>
        <span className="text-sm text-quiet">{about.filter(Boolean).join(' · ')}</span>
        <span className="ms-auto text-sm font-semibold">{fateSaid}</span>
      </p>
      {fate === 'partly' && (
        <p className="text-sm font-semibold">{t('takesPart', { name: by[0]!, number })}</p>
      )}
      {reason && (
        <p dir="auto" className="max-w-prose whitespace-pre-line break-words text-sm">
          {reason}
        </p>
      )}
      {fate !== null && (
        <>
          <div className="my-2 flex flex-wrap gap-2">
            <Bulk ids={[id]} how="take" label={`${t('takeAll')}: ${name}`} decide={decide}>
              {t('takeAll')}
            </Bulk>
            <Bulk ids={[id]} how="keep" label={`${t('keepAll')}: ${name}`} decide={decide}>
              {t('keepAll')}
            </Bulk>
          </div>
          <label htmlFor={reasonName(id)} className="block text-sm font-semibold">
            {t('why')}
          </label>
          <p className="text-sm text-quiet">{t('whyHint')}</p>
          <TextArea
            id={reasonName(id)}
            name={reasonName(id)}
            aria-label={`${t('why')}: ${name}`}
            rows={2}
            dir="auto"
            maxLength={4000}
            value={why}
            onChange={(event) => giveReason(id, event.target.value)}
            className="input max-w-prose"
          />
        </>
      )}
    </section>
  )
})

/** All suggestions of one State, co-sponsored ones too, accepted or declined at once. */
export function DeskStates({
  amendments,
  decide,
}: Pick<Given, 'amendments'> & Pick<Field, 'decide'>) {
  const t = useTranslations('joining.desk')
  const idsByName = new Map<string, string[]>()
  for (const { id, by } of amendments)
    for (const name of by) idsByName.set(name, [...(idsByName.get(name) ?? []), id])
  return (
    <ul aria-label={t('byState')}>
      {[...idsByName]
        .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
        .map(([name, ids]) => (
          <li key={name} className="border-b border-line py-1.5">
            <span className="flex justify-between gap-2 text-sm">
              {name}
              <span className="text-quiet">{t('suggestions', { count: ids.length })}</span>
            </span>
            <Bulk ids={ids} how="take" label={t('takeAllOf', { name })} decide={decide}>
              {t('takes')}
            </Bulk>
            <Bulk ids={ids} how="keep" label={t('keepAllOf', { name })} decide={decide}>
              {t('keepsOut')}
            </Bulk>
          </li>
        ))}
    </ul>
  )
}

/** Decides at once, here; without JavaScript the form is sent and the server does the same. */
function Bulk({
  ids,
  how,
  label,
  children,
  decide,
}: Pick<Field, 'decide'> & {
  ids: readonly string[]
  how: 'take' | 'keep'
  label: string
  children: string
}) {
  return (
    <button
      type="submit"
      name="act"
      value={`${how}:${ids.join(',')}`}
      aria-label={label}
      className="button button-plain"
      onClick={(event) => {
        event.preventDefault()
        decide(ids, how)
      }}
    >
      {children}
    </button>
  )
}
