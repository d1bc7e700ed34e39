import { useTranslations } from 'use-intl/react'
import { type CommentKind, commentKinds } from '@/lib/comments/kinds'
import { ChoiceField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { PassageField } from './passage-field'
import type { SelectedWords } from './selected-words'

/** What the form starts with: a new comment, an answer, or a draft of the delegation. */
export type CommentStart = {
  id: string
  /** Changes after a comment was released or saved, and resets the form only then. */
  turn: string
  proposalId: string
  revisionNumber: number
  parentId: string | null
  kind: CommentKind | ''
  passage: string
  /** Where these words were selected in the text. */
  passageStart: number | null
  text: string
}

export type CommentFormProps = {
  start: CommentStart
  action: FormAction
  mayRelease: boolean
  /** Words of the text that can be taken over as the passage. */
  selected: SelectedWords
}

/** Writes a comment; only those who may submit for the delegation are offered to release it. Needs the messages `comments`. */
export function CommentForm({ start, action, mayRelease, selected }: CommentFormProps) {
  const t = useTranslations('comments')
  const kinds = commentKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))
  return (
    <Form action={action} label={t('write')}>
      <input
        type="hidden"
        name="id"
        value={start.id}
        data-new={start.text === '' ? true : undefined}
      />
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
      <PassageField selected={selected} start={{ words: start.passage, at: start.passageStart }} />
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
