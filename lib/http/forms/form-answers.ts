import 'server-only'
import type { z } from 'zod'
import { printSeatTime } from '@/lib/clock'
import type { Refused } from '@/lib/errors'
import {
  type FormState,
  type FormValues,
  type NotDone,
  withoutSecrets,
} from '@/lib/http/form-state'
import { translations } from '@/lib/messages'
import type { DoneForm } from './done-forms'
import { refusalSentence } from './refusal-sentence'

const notDone = (
  message: string,
  values: FormValues,
  { fields = {}, reason }: { fields?: Record<string, string>; reason?: NotDone } = {},
): FormState => ({
  status: 'refused',
  message,
  fields,
  values: withoutSecrets(values),
  ...(reason && { reason }),
  at: Date.now(),
})

/** Typed words do not fit the schema: a sentence beside each field. */
export function invalid(error: z.ZodError, values: FormValues): FormState {
  const t = translations('invalid')
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '')
    fields[name] ??= t.has(issue.message) ? t(issue.message) : t('field')
  }
  return notDone(t('form'), values, { fields })
}

/** The command refused. */
export function refused(refusal: Refused, values: FormValues): FormState {
  const { field, reason } = refusal
  const message = refusalSentence(refusal)
  return notDone(message, values, { reason, fields: field ? { [field]: message } : {} })
}

/** The act failed and changed nothing. */
export const failed = (values: FormValues): FormState =>
  notDone(translations('failures')('notDone'), values, { reason: 'notDone' })

/** The page was rendered by an older server, with acts that this one does not know. */
export const renewed = (): FormState =>
  notDone(translations('failures')('renewed'), {}, { reason: 'notDone' })

/** The act failed, and whether it was done could not be found out. */
export const unknown = (values: FormValues): FormState =>
  notDone(translations('failures')('notKnown'), values, { reason: 'notKnown' })

/** The same form was done before, by the same person. */
export const doneBefore = ({ at, goTo }: DoneForm): FormState => ({
  status: 'done',
  message: translations('failures')('doneBefore', { time: printSeatTime(at) }),
  ...(goTo && { goTo }),
  at: Date.now(),
})
