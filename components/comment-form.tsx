import { type CommentKind, commentKinds } from '@/lib/comments/kinds'
import type { FormState } from '@/lib/form-state'
import { translations } from '@/lib/translations'
import { ChoiceField, TextField } from './field'
import { Form, SubmitButton } from './form'
import { PassageField } from './passage-field'

/** What the form starts with: a new comment, an answer, or a draft of the delegation. */
export type CommentStart = {
  id: string
  /** Another one once something was released or kept: the form then begins anew, and only then. */
  turn: string
  proposalId: string
  revisionNumber: number
  parentId: string | null
  kind: CommentKind | ''
  passage: string
  text: string
}

/** Writes a comment; only those who may submit for the delegation are offered to release it. */
export function CommentForm({
  start,
  textId,
  action,
  mayRelease,
}: {
  start: CommentStart
  textId: string
  action: (previous: FormState, form: FormData) => Promise<FormState>
  mayRelease: boolean
}) {
  const t = translations('comments')
  const kinds = commentKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
  return (
    <Form action={action} label={t('write')}>
      <input type="hidden" name="id" value={start.id} />
      <input type="hidden" name="proposalId" value={start.proposalId} />
      <input type="hidden" name="revisionNumber" value={start.revisionNumber} />
      <input type="hidden" name="parentId" value={start.parentId ?? ''} />
      <ChoiceField
        name="kind"
        label={t('kind')}
        options={kinds}
        defaultValue={start.kind}
        {...(!mayRelease && { hint: t('positionHint') })}
      />
      <PassageField
        textId={textId}
        defaultValue={start.passage}
        label={t('passage')}
        hint={t('passageHint')}
        takeSelection={t('takeSelection')}
      />
      <TextField name="text" label={t('text')} rows={6} defaultValue={start.text} />
      <div className="flex flex-wrap gap-2">
        {mayRelease && (
          <SubmitButton name="act" value="release">
            {t('release')}
          </SubmitButton>
        )}
        <SubmitButton name="act" value="save" tone={mayRelease ? 'quiet' : 'main'}>
          {t('save')}
        </SubmitButton>
      </div>
    </Form>
  )
}
