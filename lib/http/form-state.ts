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

/** Text fields by name, read in one pass; a name that occurs several times, or ends in [], gives a list. */
export function formValues(form: FormData): FormValues {
  const values = new Map<string, string | string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$ACTION')) continue
    const key = name.replace(/\[\]$/, '')
    const earlier = values.get(key)
    if (Array.isArray(earlier)) earlier.push(value)
    else if (earlier !== undefined) values.set(key, [earlier, value])
    else values.set(key, name === key ? value : [value])
  }
  return Object.fromEntries(values)
}

/** The fields that no answer repeats: passwords and codes. */
const SECRET = new Set(['password', 'current', 'code', 'token'])

/** What was typed but for passwords and codes, as an answer may hold it. */
export const withoutSecrets = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.has(name)))
