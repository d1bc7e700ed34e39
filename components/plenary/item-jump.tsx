import { SelectField } from '@/components/ui/field'
import { Form, type FormAction, SubmitButton } from '@/components/ui/form'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { firstWords } from '@/lib/text/first-words'
import type { DeskItem } from '@/lib/consolidation/views'
import { translations } from '@/lib/messages'

/** Puts any item of the list before the room; each is named by its number, its words and its status. */
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
  const statuses = translations('consolidation.statuses')
  return (
    <Form action={action} className="no-print grid gap-3">
      <input type="hidden" name="slug" value={slug} />
      <SelectField
        name="id"
        label={t('another')}
        defaultValue={present ?? items[0]?.id ?? ''}
        options={items.map((item) => ({
          value: item.id,
          label: `${itemNumber(item)} · ${statuses(item.status)} · ${firstWords(item.text)}`,
        }))}
      />
      <div>
        <SubmitButton tone="quiet">{t('putOnScreen')}</SubmitButton>
      </div>
    </Form>
  )
}
