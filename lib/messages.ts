import { LRUCache } from 'lru-cache'
import { createFormatter, createTranslator, type Messages } from 'use-intl/core'
import messages from '@/messages/en.json' with { type: 'json' }
import { SEAT_TIME_ZONE } from './clock'

/** How messages are formatted: as the United Nations write English, with no comma before "and". */
export const language = { locale: 'en-GB', timeZone: SEAT_TIME_ZONE }

type Translate = ReturnType<typeof createTranslator<Messages, string>>

/** Translators by namespace. They hold sentences of the interface alone, never the values that a page puts in. */
const translators = new LRUCache<string, Translate>({ max: 500 })

/**
 * The messages of one namespace, for server components, actions, route handlers, mail and exports. It is
 * synchronous, because each component that waits splits the page's stream, and works outside of a request.
 * Client components use `useTranslations` within `ClientMessages`.
 */
export function translations(namespace: string): Translate {
  const known = translators.get(namespace)
  if (known) return known
  const translate = createTranslator<Messages, string>({ ...language, messages, namespace })
  translators.set(namespace, translate)
  return translate
}

type Tree = { [key: string]: string | Tree }

/** The messages of these namespaces and no others, in the shape of the whole, for `ClientMessages`. */
export function messagesOf(namespaces: readonly string[]): Tree {
  const some: Tree = {}
  for (const namespace of namespaces) {
    const parts = namespace.split('.')
    const last = parts.pop()!
    let [from, to]: [Tree, Tree] = [messages, some]
    for (const part of parts) {
      from = from[part] as Tree
      to = (to[part] ??= {}) as Tree
    }
    const found = from?.[last]
    if (found === undefined) throw new Error(`There are no messages ${namespace}.`)
    to[last] = found
  }
  return some
}

/** Lists of names, as a sentence has them. */
export const formatter = createFormatter(language)
