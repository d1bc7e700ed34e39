import { ActForm } from '@/components/ui/act-form'
import type { FormAction } from '@/components/ui/form'
import { ordinalFigure } from '@/lib/clock'
import { translations } from '@/lib/messages'

/** A delegation signs in at the meeting that sits; if it was noted there, the page says so. */
export function SignInBox({
  meeting,
  delegation,
  isNoted,
  action,
}: {
  meeting: { id: string; number: number }
  delegation: string
  isNoted: boolean
  action: FormAction
}) {
  const t = translations('attendance')
  const values = { name: delegation, meeting: ordinalFigure(meeting.number) }
  return (
    <div className="no-print mb-6 rounded-md border-s-4 border-accent bg-accent-wash px-4 py-3">
      {isNoted ? (
        <p>{t('signedIn', values)}</p>
      ) : (
        <>
          <p className="mb-2">{t('signInHint', values)}</p>
          <ActForm
            action={action}
            values={{ meetingId: meeting.id }}
            button={t('signIn', { name: delegation })}
          />
        </>
      )}
    </div>
  )
}
