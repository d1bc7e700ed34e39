import { SelectField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { replyKinds } from '@/lib/circulation/responses/kinds'
import { translations } from '@/lib/messages'

/** The commenter's one reply to a response. */
export function ReplyForm({ commentId, action }: { commentId: string; action: FormAction }) {
  const t = translations('compilation')
  return (
    <Form action={action} label={t('replyTitle')} className="mt-3 grid max-w-prose gap-3">
      <HiddenValues values={{ commentId }} />
      <SelectField
        name="reply"
        label={t('reply')}
        hint={t('replyHint')}
        options={[
          { value: '', label: t('chooseReply') },
          ...replyKinds.map((kind) => ({ value: kind, label: t(`replyChoices.${kind}`) })),
        ]}
      />
      <TextField name="replyText" label={t('replyText')} rows={2} />
      <div>
        <SubmitButton tone="quiet">{t('sendReply')}</SubmitButton>
      </div>
    </Form>
  )
}
