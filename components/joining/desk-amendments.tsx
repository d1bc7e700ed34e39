'use client'

import { useTranslations } from 'use-intl/react'
import { TextArea } from '@/components/ui/text-area'
import { type DeskAmendment, fateOf } from '@/lib/amendments/joining/desk'
import { reasonName } from '@/lib/amendments/joining/schema'
import { decideFor } from '@/lib/text/weave/decisions'
import type { Segment } from '@/lib/text/weave/weave'
import type { DeskState } from './use-desk'

type Given = {
  amendments: readonly DeskAmendment[]
  segments: readonly Segment[]
  state: DeskState
}

/** Every suggestion with what becomes of it now; all of it taken or declined at once, with a reason. */
export function DeskAmendments({ amendments, segments, state }: Given) {
  const t = useTranslations('joining.desk')
  const bulk = { segments, state }
  return (
    <section aria-labelledby="by-amendment" className="mt-10">
      <h2 id="by-amendment" className="mb-1 font-semibold">
        {t('byAmendment')}
      </h2>
      <ol>
        {amendments.map((amendment) => {
          const { id, number, by, reason, label, revisionNumber } = amendment
          const fate = fateOf(segments, state.decisions, id)
          const name = t('amendment', { number })
          const about = [
            by.length > 1 && t('with', { names: by.slice(1).join(', ') }),
            label !== 'applies' && t('onRevision', { number: revisionNumber }),
            label !== 'applies' && t(`labels.${label}`),
          ]
          return (
            <li key={id} className="border-t border-line py-3">
              <p className="flex flex-wrap items-baseline gap-x-3">
                <b>
                  {by[0]} ({number})
                </b>
                <span className="text-sm text-quiet">{about.filter(Boolean).join(' · ')}</span>
                <span className="ms-auto text-sm font-semibold">
                  {t(`fates.${fate ?? 'none'}`)}
                </span>
              </p>
              {reason && (
                <p dir="auto" className="max-w-prose whitespace-pre-line break-words text-sm">
                  {reason}
                </p>
              )}
              {fate !== null && (
                <>
                  <Bulk ids={[id]} how="take" label={`${t('takeAll')}: ${name}`} {...bulk}>
                    {t('takeAll')}
                  </Bulk>
                  <Bulk ids={[id]} how="keep" label={`${t('keepAll')}: ${name}`} {...bulk}>
                    {t('keepAll')}
                  </Bulk>
                </>
              )}
              {fate !== null && (
                <details open={Boolean(state.reasons[id])} className="text-sm">
                  <summary className="inline-block cursor-pointer py-1 text-accent">
                    {t('why')}
                  </summary>
                  <label htmlFor={reasonName(id)} className="block text-quiet">
                    {t('whyHint')}
                  </label>
                  <TextArea
                    id={reasonName(id)}
                    name={reasonName(id)}
                    aria-label={`${t('why')}: ${name}`}
                    rows={2}
                    dir="auto"
                    maxLength={4000}
                    value={state.reasons[id] ?? ''}
                    onChange={(event) => state.giveReason(id, event.target.value)}
                    className="input max-w-prose"
                  />
                </details>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The same for all that one State suggested or joined. */
export function DeskStates({ amendments, segments, state }: Given) {
  const t = useTranslations('joining.desk')
  const own = new Map<string, string[]>()
  for (const { id, by } of amendments)
    for (const name of by) own.set(name, [...(own.get(name) ?? []), id])
  const bulk = { segments, state }
  return (
    <section aria-labelledby="by-state" className="mt-10">
      <h2 id="by-state" className="mb-1 font-semibold">
        {t('byState')}
      </h2>
      <ul>
        {[...own].map(([name, ids]) => (
          <li
            key={name}
            className="flex flex-wrap items-baseline gap-x-4 border-t border-line py-1"
          >
            <span className="me-auto">{name}</span>
            <Bulk ids={ids} how="take" label={t('takeAllOf', { name })} {...bulk}>
              {t('takes')}
            </Bulk>
            <Bulk ids={ids} how="keep" label={t('keepAllOf', { name })} {...bulk}>
              {t('keepsOut')}
            </Bulk>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Decides at once, here; without JavaScript the form is sent and the server does the same. */
function Bulk({
  ids,
  how,
  label,
  children,
  segments,
  state,
}: {
  ids: readonly string[]
  how: 'take' | 'keep'
  label: string
  children: string
  segments: readonly Segment[]
  state: DeskState
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
        state.decide(decideFor(segments, state.decisions, ids, how))
      }}
    >
      {children}
    </button>
  )
}
