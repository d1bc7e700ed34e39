'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslations } from 'use-intl/react'
import { formValues } from '@/lib/http/form-state'
import { agendaItemKinds } from '@/lib/sessions/kinds'
import { addRow, type AgendaRow, moveRow, rowsTyped } from '@/lib/sessions/agenda/rows'
import { useFormState } from '@/components/ui/form'
import { typedEarly } from '@/components/keeping/typed-early'

/**
 * The lines of an agenda, each with its number, letter, title and kind. Moving a line moves its
 * number, and an item takes its lettered ones along. Without JavaScript the empty lines at the end
 * are there to be filled, and a line without a title falls out.
 * Needs the messages `agendaForm`.
 */
export function AgendaRows({ rows }: { rows: readonly AgendaRow[] }) {
  const t = useTranslations('agendaForm')
  const { state } = useFormState()
  const [shown, setShown] = useState(() =>
    state.status === 'refused' ? rowsTyped(state.values) : rows,
  )
  const errors = state.status === 'refused' ? state.fields : {}
  const change = (index: number, part: Partial<AgendaRow>) =>
    setShown(shown.map((row, at) => (at === index ? { ...row, ...part } : row)))

  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const form = list.current?.closest('form')
    if (!form || typedEarly(form).length === 0) return
    const typed = rowsTyped(formValues(new FormData(form)))
    setShown((before) =>
      typed.map((row, index) => ({ ...row, key: before[index]?.key ?? row.key })),
    )
  }, [])

  return (
    <>
      {errors.title && <p className="text-sm font-semibold text-alarm">{errors.title}</p>}
      <div
        aria-hidden
        className="kicker -mb-3 hidden grid-cols-[4rem_4rem_minmax(0,1fr)_13rem_15.5rem] gap-2 lg:grid"
      >
        <span>{t('number')}</span>
        <span>{t('letter')}</span>
        <span>{t('itemTitle')}</span>
        <span>{t('kind')}</span>
      </div>
      <ol ref={list} className="grid gap-3">
        {shown.map((row, index) => {
          const label = (part: string) => `${t('row', { row: index + 1 })}: ${part}`
          const error = errors[`row-${index}`]
          const invalid = error ? { 'aria-invalid': true, 'aria-describedby': `row-${index}` } : {}
          return (
            <li
              key={row.key}
              className={`grid grid-cols-[4rem_4rem_minmax(0,1fr)] gap-2 lg:grid-cols-[4rem_4rem_minmax(0,1fr)_13rem_15.5rem] ${
                row.letter ? 'lg:ps-8' : ''
              }`}
            >
              <input type="hidden" name="id[]" value={row.id} />
              <input
                name="number[]"
                inputMode="numeric"
                aria-label={label(t('number'))}
                {...invalid}
                value={row.number}
                onChange={(event) => change(index, { number: event.target.value })}
                className="input"
              />
              <input
                name="letter[]"
                aria-label={label(t('letter'))}
                {...invalid}
                value={row.letter}
                onChange={(event) => change(index, { letter: event.target.value })}
                className="input"
              />
              <select
                name="kind[]"
                key={state.status === 'idle' ? 0 : state.at}
                aria-label={label(t('kind'))}
                defaultValue={row.kind}
                onChange={(event) => change(index, { kind: event.target.value })}
                className="input lg:order-4"
              >
                {agendaItemKinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`kinds.${kind}`)}
                  </option>
                ))}
              </select>
              <input
                name="title[]"
                aria-label={label(t('itemTitle'))}
                autoFocus={row.key.startsWith('new-')}
                {...invalid}
                value={row.title}
                onChange={(event) => change(index, { title: event.target.value })}
                className="input col-span-3 lg:order-3 lg:col-span-1"
              />
              <span className="col-span-3 flex flex-wrap lg:order-5 lg:col-span-1">
                {(['up', 'down'] as const).map((way) => (
                  <button
                    key={way}
                    type="button"
                    aria-label={label(t(way))}
                    title={t(way)}
                    className="button button-plain min-w-11"
                    onClick={({ currentTarget }) => {
                      // The browser takes the focus from a line that is moved.
                      flushSync(() => setShown(moveRow(shown, index, way === 'up' ? -1 : 1)))
                      currentTarget.focus()
                    }}
                  >
                    <span aria-hidden>{way === 'up' ? '↑' : '↓'}</span>
                  </button>
                ))}
                <button
                  type="button"
                  aria-label={label(t('remove'))}
                  className="button button-plain"
                  onClick={() => setShown(shown.filter((_, at) => at !== index))}
                >
                  {t('remove')}
                </button>
                {!row.letter && (
                  <button
                    type="button"
                    aria-label={label(t('addSubItem'))}
                    className="button button-plain"
                    onClick={() => setShown(addRow(shown, row.number))}
                  >
                    {t('addSubItem')}
                  </button>
                )}
              </span>
              {error && (
                <p
                  id={`row-${index}`}
                  className="order-last col-span-full text-sm font-semibold text-alarm"
                >
                  {error}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      <div>
        <button type="button" className="button" onClick={() => setShown(addRow(shown))}>
          {t('addItem')}
        </button>
      </div>
    </>
  )
}
