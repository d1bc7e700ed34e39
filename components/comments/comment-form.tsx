import { useTranslations } from 'use-intl/react'
import {
  commentCategories,
  type CommentCategory,
  type CommentPosition,
  commentPositions,
} from '@/lib/comments/kinds'
import { ChoiceField, SelectField, TextField } from '@/components/ui/field'
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
  replacesId: string | null
  category: CommentCategory
  position: CommentPosition | ''
  version: number
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
  const positions = commentPositions.map((one) => ({ value: one, label: t(`positions.${one}`) }))
  const categories = commentCategories.map((one) => ({ value: one, label: t(`categories.${one}`) }))
  return (
    <Form action={action} label={t('writeTitle')}>
      <input
        type="hidden"
        name="id"
        value={start.id}
        data-new={start.text === '' ? true : undefined}
      />
      <input type="hidden" name="proposalId" value={start.proposalId} />
      <input type="hidden" name="revisionNumber" value={start.revisionNumber} />
      <input type="hidden" name="parentId" value={start.parentId ?? ''} />
      <input type="hidden" name="replacesId" value={start.replacesId ?? ''} />
      <input type="hidden" name="version" value={start.version} />
      <ChoiceField
        name="position"
        label={t('position')}
        options={positions}
        defaultValue={start.position}
        {...(!mayRelease && { hint: t('adviserHint') })}
      />
      <SelectField
        name="category"
        label={t('category')}
        options={categories}
        defaultValue={start.category}
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
