import type { ReactNode } from 'react'
import { DrawnText, drawRun } from '@/components/text/runs'
import {
  type Run,
  type TextDocument,
  paragraphsOf,
  withBracketSigns,
} from '@/lib/text/document/document'

/** A reference to a passage, by UTF-16 offsets into the printed text. */
export type Reference = { start: number; end: number; href: string; label: string }

/**
 * A text exactly as it was submitted, in its language and direction, as it would print. With an id, the paragraphs of a
 * text stand in one element, in which words are selected; without, a single paragraph stands for itself.
 */
export function TextOfRecord({
  document,
  language,
  id,
  references = [],
}: {
  document: TextDocument
  language: string
  id?: string
  references?: readonly Reference[]
}) {
  return (
    <DrawnText
      id={id}
      language={language}
      paragraphs={placeParagraphs(document).map(({ runs, from }) =>
        referred(runs, from, references),
      )}
    />
  )
}

/** The paragraphs with their brackets written out, and the offset of each in the printed text. */
function placeParagraphs(document: TextDocument) {
  let at = 0
  return paragraphsOf(document).map((paragraph) => {
    const runs = withBracketSigns(paragraph)
    const from = at
    at += runs.reduce((length, run) => length + run.text.length, 0) + 1
    return { runs, from }
  })
}

/** The runs of a paragraph, cut at the start and the end of references. */
function referred(runs: readonly Run[], from: number, references: readonly Reference[]) {
  if (references.length === 0) return runs.map((run, index) => drawRun(run, index))
  let at = from
  return runs.flatMap((run) => {
    const start = at
    at += run.text.length
    const cuts = references.flatMap((reference) => [reference.start, reference.end])
    const bounds = [start, ...cuts.filter((cut) => cut > start && cut < at), at]
      .toSorted((a, b) => a - b)
      .filter((bound, index, all) => bound !== all[index - 1])
    return bounds.slice(0, -1).map((bound, index) => {
      const text = run.text.slice(bound - start, bounds[index + 1]! - start)
      const over = references.filter(
        (reference) => reference.start <= bound && bound < reference.end,
      )
      const words = drawRun({ ...run, text }, bound)
      return over.length === 0 ? words : <Referred key={bound} words={words} references={over} />
    })
  })
}

/** Words to which somebody refers, as a link to the first reference. */
const Referred = ({
  words,
  references,
}: {
  words: ReactNode
  references: readonly Reference[]
}) => (
  <a
    href={references[0]!.href}
    title={references.map(({ label }) => label).join('; ')}
    data-of={references.map(({ href }) => href.slice(1)).join(' ')}
    className="mark-of-words"
  >
    {words}
  </a>
)
