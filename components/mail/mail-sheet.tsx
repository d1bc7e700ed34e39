import { printSeatTime } from '@/lib/clock'
import type { MailView } from '@/lib/notifications/mail-queries'
import { translations } from '@/lib/messages'
import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { StateWord } from '@/components/ui/state-word'

const shapes = {
  sent: 'done',
  kept: 'none',
  waiting: 'waiting',
  retrying: 'waiting',
  failed: 'ended',
  over: 'ended',
} as const

/** One mail: recipient, subject, state; opened, its text. */
export function MailSheet({ mail, sendAgain }: { mail: MailView; sendAgain: FormAction }) {
  const t = translations('mail')
  const { id, recipient, subject, text, createdAt, sentAt, state, attempts, lastError } = mail
  return (
    <li className="border-b border-line">
      <details className="group">
        <summary className="grid cursor-pointer gap-x-6 py-3 marker:text-quiet hover:bg-accent-wash sm:grid-cols-[1fr_auto]">
          <span className="min-w-0">
            <span className="font-semibold text-accent">
              <span aria-hidden className="me-2 inline-block group-open:rotate-90 rtl:-scale-x-100">
                ›
              </span>
              {subject}
            </span>
            <span className="block break-words text-sm text-quiet">
              {t('to')} {recipient}
            </span>
          </span>
          <span className="text-sm sm:text-end">
            <time dateTime={createdAt.toISOString()} className="block text-quiet">
              {printSeatTime(createdAt)}
            </time>
            <StateWord shape={shapes[state]}>{t(`short.${state}`)}</StateWord>
          </span>
        </summary>
        <div className="sheet mb-4 p-5">
          <p className="mb-3 text-sm text-quiet">
            {t(`states.${state}`, {
              at: sentAt ? printSeatTime(sentAt) : '',
              attempts,
              error: lastError,
            })}
          </p>
          {mail.canBeSentAgain && (
            <div className="mb-4">
              <ActForm
                action={sendAgain}
                values={{ mailId: id }}
                button={t('sendAgain')}
                label={t('sendAgainTo', { recipient, subject })}
                tone="quiet"
              />
            </div>
          )}
          <pre className="whitespace-pre-wrap break-words font-serif">{text}</pre>
        </div>
      </details>
    </li>
  )
}
