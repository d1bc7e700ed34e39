'use client'

import { useTranslations } from 'use-intl/react'
import { useBoard } from '@/components/consolidation/board/desk-board'
import { ChoiceField, TextField } from '@/components/ui/field'
import { Form, type FormAction, HiddenValues, SubmitButton } from '@/components/ui/form'
import { asideKinds } from '@/lib/consolidation/kinds'
import type { PanelBasis } from './basis'
import { PanelSources } from './panel-sources'

/** An outcome for the ticked items that nothing is taken from, with the reason that States are owed. */
export function AsidePanel({
  ids,
  basis,
  action,
}: {
  ids: readonly string[]
  basis: PanelBasis
  action: FormAction
}) {
  const t = useTranslations('consolidation.desk.panel')
  const { slug } = useBoard()
  return (
    <Form action={action} className="grid gap-4" label={t('asideForm')}>
      <HiddenValues values={{ slug, itemIds: ids.join(',') }} />
      <ChoiceField
        name="kind"
        label={t('outcome')}
        options={asideKinds.map((kind) => ({ value: kind, label: t(`asides.${kind}`) }))}
      />
      <TextField name="reason" label={t('reason')} hint={t('reasonOwed')} rows={3} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton>{t('giveOutcome')}</SubmitButton>
        <span className="hidden text-xs text-quiet md:inline">{t('keys')}</span>
      </div>
      <PanelSources sources={basis.sources} />
    </Form>
  )
}
