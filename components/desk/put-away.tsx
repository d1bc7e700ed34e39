import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import type { ShownRow } from '@/lib/desk/queries'
import { formatter, translations } from '@/lib/messages'
import { sessionName } from '@/lib/sessions/session-view'

/** The rows that the person put away, folded, each with the way to put it back; nothing without any. */
export function PutAway({ rows, putBack }: { rows: readonly ShownRow[]; putBack: FormAction }) {
  const t = translations('inbox')
  if (rows.length === 0) return null
  return (
    <details className="no-print">
      <summary className="cursor-pointer py-1 font-semibold">
        {t('putAway')}{' '}
        <span className="text-sm font-normal text-quiet tabular-nums">{rows.length}</span>
      </summary>
      <p className="text-sm text-quiet">{t('putAwayHint')}</p>
      <ul className="mt-2 border-t border-line">
        {rows.map(({ subject, kind, values, states, session, proposal, href }) => {
          const sentence = t(`rows.${kind}`, { ...values, states: formatter.list(states) })
          return (
            <li
              key={subject}
              className="grid items-center gap-x-6 border-b border-line py-2 sm:grid-cols-[1fr_auto]"
            >
              <p className="min-w-0">
                <a href={href}>{sentence}</a>
                <span className="block text-sm text-quiet">
                  {[
                    ...(proposal ? [translations('proposals.one')('title', proposal)] : []),
                    ...(session ? [sessionName(session)] : []),
                  ].join(' · ')}
                </span>
              </p>
              <ActForm
                action={putBack}
                values={{ subject }}
                button={t('putBack')}
                label={`${t('putBack')}: ${sentence}`}
                tone="plain"
              />
            </li>
          )
        })}
      </ul>
    </details>
  )
}
