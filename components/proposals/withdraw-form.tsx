import { TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { translations } from '@/lib/messages'

/** Withdraws a delegation's submission, or takes it over, with a reason if it gives one; `field` is the name that its id has. */
export function WithdrawForm({
  words,
  action,
  field,
  id,
  back,
}: {
  words: 'proposals.withdraw' | 'proposals.takeOver' | 'amendments.withdraw'
  action: FormAction
  field: string
  id: string
  back: string
}) {
  const t = translations(words)
  return (
    <Form action={action} className="grid max-w-prose gap-5">
      <input type="hidden" name={field} value={id} />
      <TextField name="reason" label={t('reason')} hint={t('reasonHint')} rows={3} dir="auto" />
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone={words === 'proposals.takeOver' ? 'main' : 'alarm'}>
          {t('submit')}
        </SubmitButton>
        <a href={back} className="button">
          {t('back')}
        </a>
      </div>
    </Form>
  )
}
