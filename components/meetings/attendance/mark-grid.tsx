'use client'

import { useTranslations } from 'use-intl/react'
import { useFormState } from '@/components/ui/form'
import { writeMark } from '@/lib/meetings/attendance/marks'
import type { AttendedHow } from '@/lib/meetings/kinds'
import { ColumnActs } from './column-acts'

export type GridColumn = { key: string; label: string; detail: string }
export type GridGroup = {
  title: string
  rows: { entityId: string; name: string; marks: Record<string, AttendedHow> }[]
}

/**
 * One row for each entity, one tick for each column. The form carries the marks of the first render, in a field that is
 * kept like words, so that only changes made here are written.
 */
export function MarkGrid({
  columns,
  groups,
}: {
  columns: readonly GridColumn[]
  groups: readonly GridGroup[]
}) {
  const t = useTranslations('attendanceEntry')
  const { state } = useFormState()
  const drawn = groups.flatMap(({ rows }) =>
    rows.flatMap(({ entityId, marks }) =>
      columns
        .filter(({ key }) => marks[key])
        .map(({ key }) => writeMark({ column: key, entityId })),
    ),
  )
  const refused = state.status === 'refused' ? state.values : null
  const ticked = new Set(refused ? [refused.marks ?? []].flat() : drawn)
  const before = refused ? String(refused.drawn ?? '') : drawn.join(' ')
  return (
    <div key={state.status === 'idle' ? 0 : state.at}>
      <input name="drawn" defaultValue={before} readOnly hidden />
      <table className="ledger mark-grid" data-columns={columns.length}>
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('entity')}</th>
            {columns.map(({ key, label, detail }, index) => (
              <th key={key} scope="col">
                <span className="block text-ink">{label}</span>
                <span className="block font-normal">{detail}</span>
                <ColumnActs column={key} label={label} before={columns[index - 1]} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr className="group">
              <th scope="colgroup" colSpan={columns.length + 1}>
                {title} <span className="font-normal text-quiet">({rows.length})</span>
              </th>
            </tr>
            {rows.map(({ entityId, name, marks }) => (
              <tr key={entityId}>
                <th scope="row">{name}</th>
                {columns.map(({ key, label }) => (
                  <MarkCell
                    key={key}
                    mark={writeMark({ column: key, entityId })}
                    isTicked={ticked.has(writeMark({ column: key, entityId }))}
                    {...{ name, label }}
                    note={marks[key] === 'signIn' ? t('signedIn') : ''}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

function MarkCell({
  mark,
  isTicked,
  name,
  label,
  note,
}: {
  mark: string
  isTicked: boolean
  name: string
  label: string
  note: string
}) {
  return (
    <td>
      <label>
        <input
          type="checkbox"
          name="marks[]"
          value={mark}
          defaultChecked={isTicked}
          className="size-5 shrink-0 accent-accent"
        />
        <span className="sr-only">{name}, </span>
        <span className="mark-column">{label}</span>
        {note && <span className="text-xs text-quiet">{note}</span>}
      </label>
    </td>
  )
}
