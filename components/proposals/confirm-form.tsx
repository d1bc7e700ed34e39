import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'

/** Beside what a revision changes: a co-sponsor of an earlier revision co-sponsors this one. */
export function ConfirmForm({
  proposal: { id, number, currentNumber: revision },
  delegation: name,
  action,
}: {
  proposal: { id: string; number: number; currentNumber: number }
  /** The State for which the reader acts. */
  delegation: string
  action: FormAction
}) {
  const t = translations('proposals.sheets.confirm')
  return (
    <Form
      action={action}
      label={t('title', { number, revision })}
      className="no-print mb-6 grid gap-3 border-s-2 border-accent ps-4"
    >
      <HiddenValues values={{ proposalId: id, revisionNumber: revision }} />
      <p>{t('means', { name, number, revision })}</p>
      <div>
        <SubmitButton>{t('button', { revision })}</SubmitButton>
      </div>
    </Form>
  )
}
