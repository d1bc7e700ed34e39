import { z } from 'zod'
import { recall, remember, rememberedSchema } from '@/lib/text/weave/decisions'
import type { Decision } from '@/lib/text/weave/join'
import type { Segment } from '@/lib/text/weave/weave'
import type { Choice } from './choices'
import { StoredReasons } from './schema'

type Reasons = Readonly<Record<string, string>>

/** What a person chose and typed at the desk, and the saved decisions over which that was done. */
type HeldDesk = {
  choices: readonly Choice[]
  reasons: Reasons
  begun: { decisions: readonly (Decision | null)[]; reasons: Reasons }
}

/** `words` are those that the person typed, to be read where there is no desk any more. */
const heldSchema = z.strictObject({
  choices: rememberedSchema,
  reasons: StoredReasons,
  begun: z.strictObject({ decisions: rememberedSchema, reasons: StoredReasons }),
  words: z.array(z.string()),
})

/** The desk as one string that a browser keeps: choices name their words, for suggestions come and go meanwhile. */
export function heldString(
  segments: readonly Segment[],
  { choices, reasons, begun }: HeldDesk,
): string {
  const words = [
    ...choices.flatMap((choice) => (choice && 'write' in choice ? [choice.write] : [])),
    ...Object.entries(reasons).flatMap(([id, why]) => (why === begun.reasons[id] ? [] : [why])),
  ]
  return JSON.stringify({
    choices: remember(segments, choices),
    reasons,
    begun: { decisions: remember(segments, begun.decisions), reasons: begun.reasons },
    words,
  } satisfies z.input<typeof heldSchema>)
}

/** The desk that such a string holds, beside the changes of this weave; null if it holds none. */
export function heldIn(segments: readonly Segment[], held: string): HeldDesk | null {
  const { data } = heldSchema.safeParse(fromJson(held))
  if (!data) return null
  return {
    choices: recall(segments, data.choices),
    reasons: data.reasons,
    begun: {
      decisions: recall(segments, data.begun.decisions),
      reasons: data.begun.reasons,
    },
  }
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
