import { createFormatter, createTranslator, type Messages } from 'next-intl'
import messages from '@/messages/en.json'
import { SEAT_TIME_ZONE } from './clock'

const language = { locale: 'en', timeZone: SEAT_TIME_ZONE }

type Translate = ReturnType<typeof createTranslator<Messages, string>>
const made = new Map<string, Translate>()

/**
 * The sentences of one part of the interface, read once for all requests, as they are the same for
 * everyone. Without waiting, as every component that waits costs a page a piece of its own; also
 * outside of a request, where next-intl's own `getTranslations` is closed.
 */
export function translations(part: string): Translate {
  const known = made.get(part)
  if (known) return known
  const translate = withPlainOnesKept(
    createTranslator<Messages, string>({ ...language, messages, namespace: part }),
  )
  made.set(part, translate)
  return translate
}

/** Most sentences take no values: those are looked up once. */
function withPlainOnesKept(translate: Translate): Translate {
  const plain = new Map<string, string>()
  const say = translate as unknown as (key: string, ...values: unknown[]) => string
  const quick = (key: string, ...values: unknown[]): string => {
    if (values.length > 0) return say(key, ...values)
    const sentence = plain.get(key) ?? say(key)
    plain.set(key, sentence)
    return sentence
  }
  return Object.assign(quick, translate) as Translate
}

/** Lists of names, as a sentence has them. */
export const formatter = createFormatter(language)
