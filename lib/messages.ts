import { createFormatter, createTranslator, type Messages } from 'use-intl/core'
import messages from '@/messages/en.json' with { type: 'json' }
import { SEAT_TIME_ZONE } from './clock'
import { kept } from './kept'

const language = { locale: 'en', timeZone: SEAT_TIME_ZONE }

type Translate = ReturnType<typeof createTranslator<Messages, string>>
const made = kept<Translate>(500)

/**
 * The sentences of one part of the interface, read once for all requests, as they are the same for
 * everyone. Without waiting, as every component that waits costs a page a piece of its own; also
 * outside of a request.
 */
export function translations(part: string): Translate {
  return made(part, () =>
    withMadeOnesKept(
      createTranslator<Messages, string>({ ...language, messages, namespace: part }),
    ),
  )
}

/** So many sentences of a part are kept; then all are forgotten and kept anew. */
const MOST_KEPT = 2_000
/** What somebody has written is longer than this, and is said once. */
const LONGEST_KEPT = 200

/**
 * A sentence is formatted once, alone or with words and figures in it, as long as there is room. A long list says the same ones row by row, and again at the next request.
 */
function withMadeOnesKept(translate: Translate): Translate {
  const plain = kept<string>(MOST_KEPT)
  const filled = kept<string>(MOST_KEPT)
  const say = translate as unknown as (key: string, ...values: unknown[]) => string
  const quick = (key: string, ...values: unknown[]): string => {
    if (values.length === 0) return plain(key, () => say(key))
    const [named, ...formats] = values
    if (formats.length > 0 || !isOfWords(named)) return say(key, ...values)
    const said = `${key} ${JSON.stringify(named)}`
    if (said.length > LONGEST_KEPT) return say(key, named)
    return filled(said, () => say(key, named))
  }
  return Object.assign(quick, translate) as Translate
}

const isOfWords = (values: unknown): boolean =>
  typeof values === 'object' &&
  values !== null &&
  Object.values(values).every((one) => typeof one === 'string' || typeof one === 'number')

/** Lists of names, as a sentence has them. */
export const formatter = createFormatter(language)
