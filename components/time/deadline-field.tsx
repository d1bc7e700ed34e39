'use client'

import { ChoiceField, Field } from '@/components/ui/field'
import { useFieldError, useTyped } from '@/components/ui/form'

/** The sentences of the field. */
export type DeadlineTexts = { label: string; hour: string; summer: string; winter: string }

/**
 * A deadline in the seat's time. Once the clock shows the hour twice that was typed, the field asks which of the two is
 * meant.
 */
export function DeadlineField({
  texts,
  defaultValue = '',
}: {
  texts: DeadlineTexts
  defaultValue?: string
}) {
  const isAsked = useFieldError('openUntilHour') !== undefined
  const hour = useTyped('openUntilHour')
  return (
    <>
      <Field
        name="openUntil"
        type="datetime-local"
        label={texts.label}
        defaultValue={defaultValue}
      />
      {(isAsked || hour !== '') && (
        <ChoiceField
          name="openUntilHour"
          label={texts.hour}
          options={[
            { value: 'summer', label: texts.summer },
            { value: 'winter', label: texts.winter },
          ]}
          defaultValue={hour}
        />
      )}
    </>
  )
}
