import 'server-only'
import type { Refused } from '@/lib/errors'
import { translations } from '@/lib/messages'

/**
 * The sentence of a refusal. A command that refuses a field as the schema of its form does says the sentence of the
 * schema, which stands under `invalid`.
 */
export function refusalSentence({ key, values }: Pick<Refused, 'key' | 'values'>): string {
  const refusals = translations('refusals')
  return refusals.has(key) ? refusals(key, values) : translations('invalid')(key, values)
}
