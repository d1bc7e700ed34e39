'use client'

import { CheckField } from '@/components/ui/field'
import { useFieldError, useTyped } from '@/components/ui/form'

/** Asks whether a new organisation is meant, once its name was found to look like another's. */
export function MeantField({ label }: { label: string }) {
  const error = useFieldError('isAnother')
  const wasTicked = useTyped('isAnother') !== ''
  if (!error && !wasTicked) return null
  return (
    <div>
      {error && <p className="text-sm font-semibold text-alarm">{error}</p>}
      <CheckField name="isAnother" label={label} />
    </div>
  )
}
