import type { CommentKind } from '@/lib/comments/kinds'
import { ChoiceField, TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { PassageField } from './passage-field'
import type { SelectedWords } from './selected-words'

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
  /** Where these words were selected in the text. */
  passageStart: number | null
  text: string
}

/** The form's sentences, in the reader's language. */
export type CommentFormWords = {
  write: string
  /** The same while words of the text are selected. */
  writeOnWords: string
  kind: string
  kinds: Record<CommentKind, string>
  positionHint: string
  passage: string
  passageHint: string
  takeSelection: string
  text: string
  release: string
  save: string
}

export type CommentFormProps = {
  start: CommentStart
  action: FormAction
  mayRelease: boolean
  words: CommentFormWords
  /** Words of the text that can be taken over as the passage. */
  selected: SelectedWords
}

/** Writes a comment; only those who may submit for the delegation are offered to release it. */
export function CommentForm({ start, action, mayRelease, words, selected }: CommentFormProps) {
  const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }))
  return (
    <Form action={action} label={words.write}>
      <input type="hidden" name="id" value={start.id} />
      <input type="hidden" name="proposalId" value={start.proposalId} />
      <input type="hidden" name="revisionNumber" value={start.revisionNumber} />
      <input type="hidden" name="parentId" value={start.parentId ?? ''} />
      <ChoiceField
        name="kind"
        label={words.kind}
        options={kinds}
        defaultValue={start.kind}
        {...(!mayRelease && { hint: words.positionHint })}
      />
      <PassageField
        selected={selected}
        start={{ words: start.passage, at: start.passageStart }}
        label={words.passage}
        hint={words.passageHint}
        takeSelection={words.takeSelection}
      />
      <TextField name="text" label={words.text} rows={6} defaultValue={start.text} />
      <div className="flex flex-wrap gap-2">
        {mayRelease && (
          <SubmitButton name="act" value="release">
            {words.release}
          </SubmitButton>
        )}
        <SubmitButton name="act" value="save" tone={mayRelease ? 'quiet' : 'main'}>
          {words.save}
        </SubmitButton>
      </div>
    </Form>
  )
}
