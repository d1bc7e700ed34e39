import { Empty } from '@/components/ui/empty'
import type { FormAction } from '@/components/ui/form'
import { type InboxGroup, inboxGroups } from '@/lib/desk/inbox-view'
import type { ShownRow } from '@/lib/desk/queries'
import { foldRows } from '@/lib/desk/rows/folded'
import { translations } from '@/lib/messages'
import { InboxKeys } from './inbox-keys'
import { InboxRow } from './inbox-row'

/** The desk: tasks due today, decisions to take, tasks of others and information for the person. */
export function Inbox({
  rows,
  groups,
  mark,
  keys,
}: {
  rows: readonly ShownRow[]
  /** The names of groups by the slugs of their sessions, where there are several groups. */
  groups: ReadonlyMap<string, string>
  mark: FormAction
  /** Whether the person uses keys of a single letter. */
  keys: boolean
}) {
  const t = translations('inbox')
  const waits = rows.some(({ group }) => group === 'due' || group === 'decide')
  return (
    <InboxKeys on={keys}>
      {!waits && <Empty title={t('nothing')}>{t(rows.length > 0 ? 'below' : 'nothingHint')}</Empty>}
      {inboxGroups.map((group) => (
        <InboxGroupRows
          key={group}
          group={group}
          rows={rows.filter((row) => row.group === group)}
          groups={groups}
          mark={mark}
        />
      ))}
      {keys && rows.length > 0 && (
        <p className="inbox-keys no-print">
          <kbd>J</kbd> <kbd>K</kbd> {t('keys.move')} <kbd>Enter</kbd> {t('keys.open')} <kbd>E</kbd>{' '}
          {t('keys.done')}
        </p>
      )}
    </InboxKeys>
  )
}

/** The rows of one group under its name, many of one kind folded; nothing without rows. Without `mark` no row can be put away. */
export function InboxGroupRows({
  group,
  rows,
  groups,
  mark,
}: {
  group: InboxGroup
  rows: readonly ShownRow[]
  groups?: ReadonlyMap<string, string>
  mark?: FormAction
}) {
  const t = translations('inbox')
  if (rows.length === 0) return null
  const shown = (row: ShownRow) => (
    <InboxRow
      key={row.subject}
      row={row}
      groupName={groups?.get(row.session?.slug ?? '') ?? ''}
      {...(mark && { mark })}
    />
  )
  return (
    <section aria-labelledby={`group-${group}`}>
      <h2
        id={`group-${group}`}
        className={`flex items-baseline gap-2 border-b border-line-strong pb-1 font-semibold ${group === 'due' ? 'text-alarm' : ''}`}
      >
        {t(`groups.${group}`)}
        <span className="text-sm font-normal text-quiet tabular-nums">{rows.length}</span>
      </h2>
      <ul>
        {foldRows(rows).flatMap(({ row, more, fold }) => [
          shown(row),
          // Named by its kind: an open fold stays open, with its focus, when a row before it is put away.
          more.length > 0 && (
            <li key={fold} className="border-b border-line">
              <details>
                <summary
                  data-inbox-more
                  className={`cursor-pointer py-2.5 text-accent ${more.some(({ unread }) => unread) ? 'font-semibold' : ''}`}
                >
                  {t('moreOfKind', { count: more.length })}
                </summary>
                <ul>{more.map(shown)}</ul>
              </details>
            </li>
          ),
        ])}
      </ul>
    </section>
  )
}
