import { TextField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import type { StatusKind } from '@/lib/consolidation/kinds'
import { directionOf } from '@/lib/text/locales'
import { translations } from '@/lib/messages'
import { OfferedWords } from './offered-words'

/**
 * A Member State objects to agreement on a wording, with its reason and, if it likes, the words to which it could
 * agree; or it withdraws its objection.
 */
export function ObjectionForms({
  slug,
  item,
  objects,
  acts,
}: {
  slug: string
  item: { id: string; wording: number; status: StatusKind; text: string; language: string }
  /** Whether an objection of this delegation stands. */
  objects: boolean
  acts: { object: FormAction; withdraw: FormAction }
}) {
  const t = translations('plenary')
  const which = (
    <>
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="id" value={item.id} />
    </>
  )
  if (objects)
    return (
      <Form action={acts.withdraw} className="no-print">
        {which}
        <SubmitButton tone="quiet">{t('withdrawObjection')}</SubmitButton>
      </Form>
    )
  if (item.status === 'agreed')
    return (
      <p className="no-print max-w-prose text-quiet">{translations('refusals')('alreadyAgreed')}</p>
    )
  return (
    <Form action={acts.object} className="no-print grid gap-4">
      {which}
      <input type="hidden" name="wording" value={item.wording} />
      <TextField name="reason" label={t('objectWhy')} hint={t('objectHint')} rows={2} dir="auto" />
      <OfferedWords
        wording={item.wording}
        name="text"
        label={t('couldAgree')}
        hint={t('couldAgreeHint')}
        rows={4}
        defaultValue={item.text}
        lang={item.language}
        dir={directionOf(item.language)}
      />
      <div>
        <SubmitButton tone="quiet">{t('object')}</SubmitButton>
      </div>
    </Form>
  )
}
