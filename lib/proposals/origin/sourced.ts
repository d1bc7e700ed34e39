import {
  isSame,
  type ItemSource,
  type Provenance,
  piecesOf,
  type Source,
} from '@/lib/text/weave/provenance'
import { readMarked } from '@/lib/text/signs'

/** Words of one form and one source; `source` counts in the list of sources. */
export type SourcedPart = { text: string; italic: boolean; source: number }

/** A text as a reader sees it, with the source of all its words. */
type SourcedText<S> = { paragraphs: SourcedPart[][]; sources: S[] }

/** The paragraphs of a marked string, cut at each change of source or form. */
export function sourcedText<S extends Source | ItemSource>(
  marked: string,
  provenance: Provenance<S>,
): SourcedText<S> {
  const sources: S[] = []
  const paragraphs: SourcedPart[][] = [[]]
  let italic = false
  for (const { text, source } of piecesOf(marked, provenance)) {
    const index = sources.findIndex((listed) => isSame(listed, source))
    const number = index < 0 ? sources.push(source) - 1 : index
    for (const piece of readMarked(text)) {
      if (piece.kind === 'italic') italic = piece.on
      else if (piece.kind === 'end') {
        paragraphs.push([])
        italic = false
      } else {
        const paragraph = paragraphs.at(-1)!
        const last = paragraph.at(-1)
        if (last?.source === number && last.italic === italic) last.text += piece.text
        else paragraph.push({ text: piece.text, italic, source: number })
      }
    }
  }
  return { paragraphs, sources }
}
