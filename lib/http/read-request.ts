import 'server-only'
import type { z } from 'zod'
import { Refused } from '@/lib/errors'

const LIMIT = 2_000_000
const MOST_UNANSWERED = 8
/** A document is six levels of objects and lists deep; a parser of deeper values would run out of stack. */
const DEEPEST = 64

/** The object that a request's body holds; refused with a sentence if it is too large, too deep, or none. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text()
  if (text.length > LIMIT || depthOf(text) > DEEPEST) throw new Refused('invalid', 'text.tooLarge')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>
  } catch {
    /* Not JSON: refused below like any other value. */
  }
  throw new Refused('invalid', 'text.notAText')
}

/** The nesting depth of lists and objects of a JSON text, counted outside of its strings. */
export function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (const [sign] of json.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, ++depth)
    else if (sign === ']' || sign === '}') depth--
  }
  return deepest
}

/**
 * The request of an editor that saves a draft: the draft, and the content of earlier saves without an answer. A refusal
 * stands beside the wrong field; the words of the person stay in the browser.
 */
export async function readSave<S extends z.ZodType>(
  request: Request,
  schema: S,
  id: string | undefined,
): Promise<{ written: z.output<S>; unanswered: z.output<S>[] }> {
  const { unanswered, ...json } = await readJson(request)
  const result = schema.safeParse({ ...json, id })
  if (!result.success) {
    const { path, message } = result.error.issues[0]!
    throw new Refused('invalid', message === 'tooLong' ? 'text.tooLarge' : 'draftField', {
      field: String(path[0]),
    })
  }
  const earlier = Array.isArray(unanswered) ? unanswered.slice(-MOST_UNANSWERED) : []
  return {
    written: result.data,
    unanswered: earlier.flatMap((save: unknown) => {
      const result = schema.safeParse({ ...Object(save), id, version: 1 })
      return result.success ? [result.data] : []
    }),
  }
}
