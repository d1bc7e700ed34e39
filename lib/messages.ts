import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'
import { LRUCache } from 'lru-cache'
import { createFormatter, createTranslator, type Messages } from 'use-intl/core'
import formatMessage from 'use-intl/format-message'
import messages from '@/messages/en.json' with { type: 'json' }
import { seat } from './seat'

/** The format of messages: the English of the United Nations, with no comma before "and". */
export const language = () => ({ locale: 'en-GB', timeZone: seat().timeZone })

type Translate = ReturnType<typeof createTranslator<Messages, string>>

/** Translators by namespace. They hold sentences of the interface alone, never the values that a page puts in. */
const translators = new LRUCache<string, Translate>({ max: 500 })

/**
 * The messages of one namespace, for server components, actions, route handlers, mail and exports. It is
 * synchronous, because each component that waits splits the page's stream, and works outside of a request.
 * Client components use `useTranslations` within `ClientMessages`.
 */
export function translations(namespace: string): Translate {
  const key = `${seat().name} ${namespace}`
  const cached = translators.get(key)
  if (cached) return cached
  const subset = messagesOf([namespace])
  const translate = createTranslator<Messages, string>({
    ...language(),
    messages: subset,
    namespace,
  })
  translators.set(key, translate)
  return translate
}

type Tree<Leaf> = { [key: string]: Leaf | Tree<Leaf> }

/** Sentences as they are compiled, each once. */
const compiled = new Map<string, CompiledMessage>()

/**
 * A sentence as the formatter of this program reads it: compiled in the pages, so that no browser is sent a parser of
 * messages (next.config.js), and as it was written in plain Node and in tests.
 */
function readable(source: string): CompiledMessage {
  const sentence = withSeat(source)
  if (formatMessage.raw) return sentence
  const cached = compiled.get(sentence)
  if (cached !== undefined) return cached
  // As plain values, which React sends to the browser; the compiler's objects have no prototype.
  const message = JSON.parse(JSON.stringify(compile(sentence))) as CompiledMessage
  compiled.set(sentence, message)
  return message
}

/** A sentence names the seat as `{seat}`; braces and apostrophes of a name are words, not a message's signs. */
const withSeat = (sentence: string): string =>
  sentence.includes('{seat}')
    ? sentence.replaceAll('{seat}', () =>
        seat()
          .name.replaceAll("'", "''")
          .replace(/[{}<>]/g, ''),
      )
    : sentence

const readableTree = (tree: string | Tree<string>): CompiledMessage | Tree<CompiledMessage> =>
  typeof tree === 'string'
    ? readable(tree)
    : Object.fromEntries(Object.entries(tree).map(([key, inner]) => [key, readableTree(inner)]))

/** The messages of these namespaces and no others, in the shape of the whole, for `ClientMessages`. */
export function messagesOf(namespaces: readonly string[]): Messages {
  const subset: Tree<CompiledMessage> = {}
  for (const namespace of namespaces) {
    const parts = namespace.split('.')
    const last = parts.pop()!
    let [from, to]: [Tree<string>, Tree<CompiledMessage>] = [messages, subset]
    for (const part of parts) {
      from = from[part] as Tree<string>
      to = (to[part] ??= {}) as Tree<CompiledMessage>
    }
    const tree = from?.[last]
    if (tree === undefined) throw new Error(`There are no messages ${namespace}.`)
    to[last] = readableTree(tree)
  }
  return subset
}

/** Lists of names, as a sentence has them. */
export const formatter = createFormatter({ locale: 'en-GB', timeZone: 'UTC' })
