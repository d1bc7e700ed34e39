import { CLOSE, cutAtSigns, OPEN, visibleWords, withoutMarks } from '@/lib/text/signs'
import type { Segment } from './weave'

/** A proposed wording of a passage, and the amendments that ask for it; none for the present wording. */
export type Version = { text: string; by: readonly string[] }

/**
 * A passage of a text under negotiation: agreed, or open between versions. The first version is the text as
 * it stands, all others in the order in which they were woven; an empty one wants nothing there.
 */
export type Passage =
  | { kind: 'agreed'; text: string }
  | { kind: 'open'; versions: readonly Version[] }

/**
 * A woven text as one under negotiation, word by word: every place for which somebody asks other words is open. A
 * change in form alone (italics, brackets) is no other wording and stays as it is.
 */
export const openWords = (segments: readonly Segment[]): Passage[] =>
  joined(
    segments.map((segment): Passage => {
      if (segment.kind === 'kept') return { kind: 'agreed', text: segment.text }
      const alternatives = segment.alternatives.filter(({ text }) => isOther(text, segment.base))
      if (alternatives.length === 0) return { kind: 'agreed', text: segment.base }
      return { kind: 'open', versions: [{ text: segment.base, by: [] }, ...alternatives] }
    }),
  )

/**
 * The same by whole paragraphs: one in which somebody wants other words is open between its whole versions,
 * which are numbered with bis, ter … Equal versions are one, by all who ask for it.
 */
export function openParagraphs(segments: readonly Segment[]): Passage[] {
  const passages: Passage[] = []
  let within: Segment[] = []
  const close = () => {
    if (within.length > 0) passages.push(paragraphOf(within))
    within = []
  }
  for (const segment of segments) {
    if (segment.kind === 'changed') {
      within.push(segment)
      continue
    }
    segment.text.split(/(?<=\n)/).forEach((line) => {
      within.push({ kind: 'kept', text: line })
      if (line.endsWith('\n')) close()
    })
  }
  close()
  return joined(passages)
}

function paragraphOf(segments: readonly Segment[]): Passage {
  const textBy = (id: string | null) =>
    segments
      .map((segment) =>
        segment.kind === 'kept'
          ? segment.text
          : (segment.alternatives.find(({ by }) => id !== null && by.includes(id))?.text ??
            segment.base),
      )
      .join('')
  const stands = textBy(null)
  const ids = new Set(
    segments.flatMap((segment) =>
      segment.kind === 'kept' ? [] : segment.alternatives.flatMap(({ by }) => by),
    ),
  )
  const versions = new Map<string, string[]>()
  for (const id of ids) {
    const text = textBy(id)
    if (isOther(text, stands)) versions.set(text, [...(versions.get(text) ?? []), id])
  }
  if (versions.size === 0) return { kind: 'agreed', text: stands }
  const alternatives = Array.from(versions, ([text, by]) => ({ text, by }))
  return { kind: 'open', versions: [{ text: stands, by: [] }, ...alternatives] }
}

const isOther = (text: string, base: string): boolean => withoutMarks(text) !== withoutMarks(base)

function joined(passages: readonly Passage[]): Passage[] {
  const merged: Passage[] = []
  for (const passage of passages) {
    const last = merged.at(-1)
    if (passage.kind === 'agreed' && last?.kind === 'agreed')
      merged[merged.length - 1] = { kind: 'agreed', text: last.text + passage.text }
    else merged.push(passage)
  }
  return merged
}

/** Whether nothing is open any more. */
export const isAgreed = (passages: readonly Passage[]): boolean =>
  passages.every(({ kind }) => kind === 'agreed')

/**
 * The text with all versions of each open passage in brackets, one after another, as a marked string. `says` gives the
 * words behind a version, such as "(Australia, Japan)"; nothing by itself. For an empty version only the words behind
 * it are written.
 */
export function negotiationText(
  passages: readonly Passage[],
  labelOf: (version: Version) => string = () => '',
): string {
  let italic = false
  return passages
    .map((passage) => {
      if (passage.kind === 'agreed') {
        italic = endsItalic(passage.text, italic)
        return passage.text
      }
      const versions = passage.versions.flatMap((version) => {
        const parts = [inBrackets(version.text, italic), labelOf(version)]
        const text = parts.filter((part) => part !== '').join(' ')
        return text === '' ? [] : [text]
      })
      const [stands] = passage.versions
      const [before, after] = [italic, endsItalic(stands!.text, italic)]
      italic = after
      const gap = spaceAround(passage.versions)
      const ends = before ? CLOSE.italic : ''
      return ends + gap.before + versions.join(' ') + gap.after + (after ? OPEN.italic : '')
    })
    .join('')
}

/** One changed place as plain words: all its versions in brackets, for a hand that leaves it open. */
export const versionsInBrackets = (changed: Segment): string =>
  visibleWords(negotiationText(openWords([changed])))

/** The spaces at the edges of all versions that say something, which stay outside of the brackets. */
function spaceAround(versions: readonly Version[]): { before: string; after: string } {
  const texts = versions.map(({ text }) => text).filter((text) => text !== '')
  const edge = (find: RegExp) => texts.map((text) => find.exec(text)?.[0] ?? '').find(Boolean) ?? ''
  return { before: edge(/^\s+/), after: edge(/\s+$/) }
}

/**
 * A piece in separate brackets, its italics whole. There are no nested brackets: its own brackets for "not agreed"
 * become these, a placeholder stands between two, and so does the end of a paragraph.
 */
function inBrackets(text: string, startsItalic: boolean): string {
  const out: string[] = []
  let italic = startsItalic
  let words: string[] = []
  const close = () => {
    const inside = words.join('')
    if (withoutMarks(inside).trim() !== '') out.push(OPEN.notAgreed + inside + CLOSE.notAgreed)
    words = []
  }
  const slanted = (piece: string) => (italic ? OPEN.italic + piece + CLOSE.italic : piece)
  let placeholder = false
  for (const piece of cutAtSigns(text.trim())) {
    if (piece === OPEN.italic || piece === CLOSE.italic) italic = piece === OPEN.italic
    else if (piece === OPEN.notAgreed || piece === CLOSE.notAgreed) continue
    else if (piece === OPEN.placeholder) {
      close()
      placeholder = true
    } else if (piece === CLOSE.placeholder) placeholder = false
    else if (piece === '\n') {
      close()
      out.push(piece)
    } else if (placeholder) out.push(OPEN.placeholder + slanted(piece) + CLOSE.placeholder)
    else if (piece !== '') words.push(slanted(piece))
  }
  close()
  return out.join('')
}

function endsItalic(text: string, startsItalic: boolean): boolean {
  const last = cutAtSigns(text).findLast((piece) => piece === OPEN.italic || piece === CLOSE.italic)
  return last === undefined ? startsItalic : last === OPEN.italic
}
