import type { RefusalReason } from './errors'

/** What the person typed, by field name. */
export type FormValues = Record<string, string | string[]>

/** What a command's action answers: an address to go to, or a message to show in place. */
export type Done = { goTo?: string; message?: string }

/** The state of a form between two submissions; `values` keeps what was typed when refused. */
export type FormState =
  | { status: 'idle' }
  | { status: 'done'; message: string | null; at: number }
  | {
      status: 'refused'
      message: string
      fields: Record<string, string>
      values: FormValues
      reason?: RefusalReason
      at: number
    }

export const idle: FormState = { status: 'idle' }
