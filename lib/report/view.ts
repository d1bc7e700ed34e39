import type { TextDocument } from '@/lib/text/document/document'
import type { NumberedParagraph, NumberedSection } from './outline'
import { printedText } from './paragraphs/paragraph'
import type { Placeholder } from './placeholder'
import { type Filled, none, openIn } from './words/pieces'
import { writtenPlaceholders } from './writing/places'

/**
 * The state of a paragraph: notAsked (the Chair's summary), pending, adopted, adoptedAsAmended, or changed: the facts
 * differ from the adopted text, so the room hears it again.
 */
export type ParagraphStanding = 'notAsked' | 'pending' | 'adopted' | 'adoptedAsAmended' | 'changed'

export type ParagraphView = NumberedParagraph & {
  /** As it prints, without its number. */
  text: string
  /** The composed text before an oral amendment; the same as `text` without one. */
  composed: string
  /** In the order of the text. Words that a line reproduces as a delegation wrote them have none. */
  open: Placeholder[]
  standing: ParagraphStanding
  /** The Secretariat's texts in the places of a written paragraph; composed words hold theirs in place. */
  completed?: Completed[]
}
/** A text that the Secretariat put in the place of brackets after the adoption. */
export type Completed = Filled & { text: string }
export type SectionView = Omit<NumberedSection, 'paragraphs'> & { paragraphs: ParagraphView[] }

export type Ruling = {
  key: string
  kind: 'adopted' | 'adoptedAsAmended' | 'leftPending'
  /** The text on which it was given. */
  text: string
  amended: TextDocument | null
}

/** The sections with the ruling on each paragraph. An amended text prints while the facts under it are the same. */
export function viewSections(
  sections: readonly NumberedSection[],
  rulings: readonly Ruling[],
): SectionView[] {
  const byKey = new Map(rulings.map((ruling) => [ruling.key, ruling]))
  return sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) =>
      viewOf(paragraph, section.mode, byKey.get(paragraph.key)),
    ),
  }))
}

function viewOf(
  paragraph: NumberedParagraph,
  mode: NumberedSection['mode'],
  ruling: Ruling | undefined,
): ParagraphView {
  const composed = printedText(paragraph)
  const open = openOf(paragraph)
  const standing = standingOf(composed, mode, ruling)
  if (standing === 'adoptedAsAmended') {
    const { lines: _, versions, ...rest } = paragraph
    // The other versions have not the amendment.
    const amended = {
      ...rest,
      words: none,
      written: ruling!.amended!,
      ...(versions && { versions: { ...versions, others: [] } }),
    }
    const kept = writtenPlaceholders(amended, open)
    return { ...amended, text: printedText(amended), composed, open: kept, standing }
  }
  return { ...paragraph, text: composed, composed, open, standing }
}

function openOf({ key, words, written, lines = [] }: NumberedParagraph): Placeholder[] {
  const own = written ? writtenPlaceholders({ key, written }) : openIn(words)
  return [...own, ...lines.flatMap((line) => openIn(line.words))]
}

function standingOf(
  composed: string,
  mode: NumberedSection['mode'],
  ruling: Ruling | undefined,
): ParagraphStanding {
  if (mode === 'chairSummary') return 'notAsked'
  if (!ruling || ruling.kind === 'leftPending') return 'pending'
  return ruling.text === composed ? ruling.kind : 'changed'
}

/** The id of a paragraph that a person wrote, if it is one. */
export const freeIdOf = ({ key }: { key: string }): string | null =>
  key.startsWith('free:') ? key.slice('free:'.length) : null

export const paragraphsIn = (sections: readonly SectionView[]): ParagraphView[] =>
  sections.flatMap(({ paragraphs }) => paragraphs)

/**
 * Hindrances to the adoption of the whole: paragraphs not adopted, and unassigned gaps. Beside them the gaps that are
 * left to the Secretariat, which hinder nothing.
 */
export type Hindrances = { pending: ParagraphView[]; open: Placeholder[]; left: Placeholder[] }

export function hindrancesOf(
  sections: readonly SectionView[],
  completions: readonly string[],
): Hindrances {
  const paragraphs = paragraphsIn(sections)
  const gaps = paragraphs.flatMap(({ open }) => open)
  return {
    pending: paragraphs.filter(({ standing }) => standing === 'pending' || standing === 'changed'),
    open: gaps.filter(({ key }) => !completions.includes(key)),
    left: gaps.filter(({ key }) => completions.includes(key)),
  }
}
