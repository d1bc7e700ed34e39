import type { RefusalReason } from '@/lib/errors'

/** The typed words, by field name. */
export type FormValues = Record<string, string | string[]>

/**
 * The answer of a command's action: an address to go to, or a message to show in place; with both, the page there shows
 * the message. With an `answer`, such as a preview, the form stays filled in.
 */
export type Done = { goTo?: string; message?: string; answer?: unknown }

/**
 * Why a form's act is not done: a refusal, or a failure. `notDone`: nothing was changed; `notKnown`: the
 * answer was lost and the server could not be asked yet.
 */
export type NotDone = RefusalReason | 'notDone' | 'notKnown'

/** The state of a form between two submissions; `values` keeps the typed values after a refusal. */
export type FormState =
  | { status: 'idle' }
  | {
      status: 'done'
      message: string | null
      answer?: unknown
      values?: FormValues
      /** The form was only looked at: nothing was written, and its words are nowhere but in the browser. */
      isPreview?: true
      /** The address to which the act had led, some time before this answer. */
      goTo?: string
      at: number
    }
  | {
      status: 'refused'
      message: string
      fields: Record<string, string>
      values: FormValues
      reason?: NotDone
      at: number
    }

/** The field by which a form is known when it is sent again, or when its answer was lost. */
export const FORM_ID = 'formId'

/** Fields that never go to a browser, nor stay in one. */
const SECRETS = new Set(['password', 'current', 'token', 'code'])

/** Typed words, without passwords and the like. */
export const withoutSecrets = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)))
export const isSecret = (name: string): boolean => SECRETS.has(name)

/** A server action as a form calls it. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>

export const idle: FormState = { status: 'idle' }

/**
 * Text fields by name, read in one pass; a name that occurs several times, or ends in [], gives a list. Lines end as
 * they do in a field, with a line feed: a form sends a carriage return before each.
 */
export function formValues(form: FormData): FormValues {
  const values = new Map<string, string | string[]>()
  for (const [name, entry] of form) {
    if (typeof entry !== 'string' || name.startsWith('$ACTION')) continue
    const value = entry.replaceAll('\r\n', '\n')
    const key = name.replace(/\[\]$/, '')
    const earlier = values.get(key)
    if (Array.isArray(earlier)) earlier.push(value)
    else if (earlier !== undefined) values.set(key, [earlier, value])
    else values.set(key, name === key ? value : [value])
  }
  return Object.fromEntries(values)
}
