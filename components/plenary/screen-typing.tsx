import { getTranslations } from 'next-intl/server'
import { editorTexts } from '@/components/editor/texts'
import { TextField } from '@/components/field'
import { Form, SubmitButton } from '@/components/form'
import type { FormState } from '@/lib/form-state'
import { paths } from '@/lib/paths'
import type { TextDocument } from '@/lib/text/document'
import { TypingField } from './typing-field'

type FormAction = (previous: FormState, form: FormData) => Promise<FormState>

/** Types into the text before the room; what is typed is seen at once, and becomes a wording when it is fixed. */
export async function ScreenTyping({
  slug,
  item,
  typed,
  acts,
}: {
  slug: string
  item: { id: string; wording: number; body: TextDocument; language: string }
  typed: { body: TextDocument; version: number; baseNumber: number } | null
  acts: { fix: FormAction; clear: FormAction }
}) {
  const [t, editor] = await Promise.all([getTranslations('plenary'), editorTexts()])
  const which = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={item.id} />
    </>
  )
  return (
    <section aria-labelledby="typing" className="no-print">
      <h2 id="typing" className="mb-2 font-semibold">
        {t('type')}
      </h2>
      <TypingField
        address={paths.typing(slug)}
        item={item}
        typed={typed}
        texts={editor}
        words={{
          label: t('typed'),
          hint: t('typeHint'),
          kept: t('kept'),
          keeping: t('keeping'),
          notKept: t('notKept'),
        }}
      />
      {typed && (
        <div className="mt-4 flex flex-wrap items-end gap-4">
          <Form action={acts.fix} className="flex flex-1 flex-wrap items-end gap-3">
            {which}
            <div className="min-w-56 flex-1">
              <TextField name="reason" label={t('reason')} rows={1} />
            </div>
            <SubmitButton>{t('fix')}</SubmitButton>
          </Form>
          <Form action={acts.clear} className="contents">
            {which}
            <SubmitButton tone="plain">{t('clear')}</SubmitButton>
          </Form>
        </div>
      )}
    </section>
  )
}
