'use client'

import { useTranslations } from 'use-intl/react'
import { ChoiceField, Field } from '@/components/ui/field'
import { useFieldError, useTyped } from '@/components/ui/form'

/**
 * A deadline in the seat's time. Once the clock shows the hour twice that was typed, the field asks which of the two is
 * meant. Needs the messages `periodsForm`.
 */
export function DeadlineField({
  label,
  defaultValue = '',
}: {
  label: string
  defaultValue?: string
}) {
  const t = useTranslations('periodsForm')
  const isAsked = useFieldError('openUntilHour') !== undefined
  const hour = useTyped('openUntilHour')
  return (
    <>
      <Field name="openUntil" type="datetime-local" label={label} defaultValue={defaultValue} />
      {(isAsked || hour !== '') && (
        <ChoiceField
          name="openUntilHour"
          label={t('hour')}
          options={[
            { value: 'summer', label: t('summer') },
            { value: 'winter', label: t('winter') },
          ]}
          defaultValue={hour}
        />
      )}
    </>
  )
}
