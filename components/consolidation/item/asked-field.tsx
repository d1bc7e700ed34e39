'use client'

import { CheckField } from '@/components/ui/field'
import { useFormState } from '@/components/ui/form'

/** A box that confirms the server's question; it appears only after the question. */
export function AskedField({ name, label }: { name: string; label: string }) {
  const { state } = useFormState()
  const isAsked = state.status === 'refused' && Boolean(state.fields[name] || state.values[name])
  return isAsked ? <CheckField name={name} label={label} /> : null
}
