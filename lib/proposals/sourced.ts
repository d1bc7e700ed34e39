import { isSame, type Provenance, piecesOf, type Source } from '@/lib/text/provenance'

/** Words of one form and one source; `source` counts in the list of sources. */
export type SourcedPart = { text: string; italic: boolean; source: number }

/** A text as a reader sees it, with the source of all its words. */
export type SourcedText = { paragraphs: SourcedPart[][]; sources: Source[] }

// The marks of lib/text/marked.ts, as a reader sees them.
const SHOWN: Record<string, string> = { '\uE002': '[', '\uE003': ']', '\uE004': '[', '\uE005': ']' }
const ITALIC = { on: '\uE000', off: '\uE001' }

/** The paragraphs of a marked string, cut where another source or another form begins. */
export function sourcedText(marked: string, provenance: Provenance): SourcedText {
  const sources: Source[] = []
  const paragraphs: SourcedPart[][] = [[]]
  let italic = false
  for (const { text, source } of piecesOf(marked, provenance)) {
    const known = sources.findIndex((one) => isSame(one, source))
    const number = known < 0 ? sources.push(source) - 1 : known
    for (const piece of text.split(/([\uE000-\uE005\n])/)) {
      if (piece === ITALIC.on || piece === ITALIC.off) italic = piece === ITALIC.on
      else if (piece === '\n') {
        paragraphs.push([])
        italic = false
      } else if (piece !== '') {
        const paragraph = paragraphs.at(-1)!
        const last = paragraph.at(-1)
        const shown = SHOWN[piece] ?? piece
        if (last?.source === number && last.italic === italic) last.text += shown
        else paragraph.push({ text: shown, italic, source: number })
      }
    }
  }
  return { paragraphs, sources }
}
