import { SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import type { DeskItem } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'

const BEGINNING = 70

/** Puts any item of the list before the room; each is named by its place, its words and where it stands. */
export function ItemJump({
  slug,
  items,
  present,
  action,
}: {
  slug: string
  items: readonly DeskItem[]
  present: string | null
  action: FormAction
}) {
  const t = translations('plenary')
  const standings = translations('consolidation.standings')
  const beginning = (text: string) =>
    text.length > BEGINNING ? `${text.slice(0, BEGINNING).replace(/\s?\S*$/, '')} …` : text
  return (
    <Form action={action} className="no-print grid gap-3">
      <input type="hidden" name="slug" value={slug} />
      <SelectField
        name="id"
        label={t('another')}
        defaultValue={present ?? items[0]?.id ?? ''}
        options={items.map(({ id, text, standing }, place) => ({
          value: id,
          label: `${place + 1} · ${standings(standing)} · ${beginning(text)}`,
        }))}
      />
      <div>
        <SubmitButton tone="quiet">{t('putOnScreen')}</SubmitButton>
      </div>
    </Form>
  )
}
