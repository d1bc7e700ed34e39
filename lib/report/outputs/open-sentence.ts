import { translations } from '@/lib/messages'
import type { Placeholder } from '@/lib/report/placeholder'

/** A placeholder's missing fact, in a sentence. */
export function openSentence({ missing, values }: Placeholder): string {
  const kind = typeof values.kind === 'string' && translations('entityKinds')(values.kind)
  return translations('report')(`open.${missing}`, kind ? { ...values, kind } : values)
}
