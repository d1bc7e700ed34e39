import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import {
  carryProvenance,
  ownWords,
  type Provenance,
  readProvenance,
} from '@/lib/text/weave/provenance'

/** A revision with the stored provenance of its words. */
export type OriginalRevision = { number: number; body: TextDocument; provenance: unknown }

/**
 * The provenance of the words of the last of these revisions, over its marked string. Takes all revisions up to it, the
 * first one first; without stored provenance, words belong to the revision in which they first stood.
 */
export function originOf(revisions: readonly OriginalRevision[], locale: string): Provenance {
  let before = ''
  let origin: Provenance = []
  for (const { number, body, provenance } of revisions) {
    const text = toMarked(body)
    const source = { kind: 'revision', number } as const
    const carried =
      number === 1 ? ownWords(text, 1) : carryProvenance(before, origin, text, source, locale)
    origin = readProvenance(provenance, text) ?? carried
    before = text
  }
  return origin
}
