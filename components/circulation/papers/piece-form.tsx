import { OnBehalfField } from '@/components/groups/on-behalf-field'
import { ActForm } from '@/components/ui/act-form'
import { Field, SelectField, TextField } from '@/components/ui/field'
import { Form, HiddenValues, SubmitButton } from '@/components/ui/form'
import { numberedParts } from '@/lib/circulation/forms/reading/parts'
import type { PaperView, PieceView } from '@/lib/circulation/papers/queries'
import type { Showing } from '@/lib/circulation/papers/shown'
import { commentCategories, commentPositions } from '@/lib/comments/kinds'
import { translations } from '@/lib/messages'
import type { PieceActs } from './acts'

/** The form that corrects a piece: its target, category and position; to join it, or to cut it. */
export function PieceForm({
  piece,
  paper,
  acts,
  show,
}: {
  piece: PieceView
  paper: PaperView
  acts: PieceActs
  show: Showing
}) {
  const t = translations('papers')
  const values = { id: paper.id, version: paper.version, pieceId: piece.id, show }
  const [categories, positions] = [
    translations('comments.categories'),
    translations('comments.positions'),
  ]
  const parts = numberedParts(piece.text).map(({ text }) => text)
  return (
    <div className="mt-4 grid max-w-3xl gap-6 bg-sunk p-4">
      <Form action={acts.decide} className="grid gap-4">
        <HiddenValues values={values} />
        <SelectField
          name="target"
          label={t('about')}
          defaultValue={piece.target}
          options={[
            { value: '', label: t('choose') },
            ...paper.targets,
            { value: 'other', label: t('otherSubject') },
          ]}
        />
        <Field name="subject" label={t('subject')} defaultValue={piece.subject} />
        <SelectField
          name="category"
          label={t('category')}
          defaultValue={piece.category ?? 'general'}
          options={commentCategories.map((value) => ({ value, label: categories(value) }))}
        />
        <SelectField
          name="position"
          label={t('position')}
          defaultValue={piece.position ?? 'none'}
          options={commentPositions.map((value) => ({ value, label: positions(value) }))}
        />
        {!piece.givenTo && (
          <OnBehalfField
            groups={paper.groups}
            chosen={piece.onBehalfOf}
            words={{ label: t('group'), hint: t('groupHint'), nobody: t('groupNone') }}
          />
        )}
        <div>
          <SubmitButton>{t('isComment')}</SubmitButton>
        </div>
      </Form>
      {paper.recipients.length > 1 && (
        <Form action={acts.give} className="grid gap-3">
          <HiddenValues values={values} />
          <SelectField
            name="delegationId"
            label={t('speaksFor')}
            hint={t('speaksForHint')}
            defaultValue={piece.givenTo?.id ?? paper.recipients[0]!.id}
            options={paper.recipients.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <SubmitButton tone="quiet">{t('give')}</SubmitButton>
          </div>
        </Form>
      )}
      <ActForm action={acts.join} values={values} button={t('join')} tone="quiet" />
      <Form action={acts.cut} className="grid gap-3">
        <HiddenValues values={values} />
        <TextField
          name="text"
          label={t('cut')}
          hint={t('cutHint')}
          rows={6}
          defaultValue={parts.join('\n\n') || piece.text}
          dir="auto"
        />
        <div>
          <SubmitButton tone="quiet">{t('cutButton')}</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
