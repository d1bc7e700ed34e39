import type { RefusalReason } from '@/lib/errors'

/** What the person typed, by field name. */
export type FormValues = Record<string, string | string[]>

/**
 * What a command's action answers: an address to go to, or a message to show in place. With an
 * `answer`, such as a preview, the form stays filled in.
 */
export type Done = { goTo?: string; message?: string; answer?: unknown }

/** The state of a form between two submissions; `values` keeps what was typed when refused. */
export type FormState =
  | { status: 'idle' }
  | { status: 'done'; message: string | null; answer?: unknown; values?: FormValues; at: number }
  | {
      status: 'refused'
      message: string
      fields: Record<string, string>
      values: FormValues
      reason?: RefusalReason
      at: number
    }

export const idle: FormState = { status: 'idle' }

/** Text fields by name; a name that occurs several times, or ends in [], gives a list. */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((value): value is string => typeof value === 'string')
    if (name.startsWith('$ACTION') || all.length === 0) continue
    values[name.replace(/\[\]$/, '')] = name.endsWith('[]') || all.length > 1 ? all : all[0]!
  }
  return values
}
