import { ChineseFont } from '@/components/text/chinese-font'
import {
  type Run,
  type TextDocument,
  paragraphsOf,
  withBracketSigns,
} from '@/lib/text/document/document'
import { directionOf } from '@/lib/text/locales'

/** A reference to a passage, by UTF-16 offsets into the printed text. */
export type Reference = { start: number; end: number; href: string; label: string }

/** A text exactly as it was submitted, in its language and direction, as it would print. */
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
    <div id={id} lang={language} dir={directionOf(language)} className="text-of-record">
      {language === 'zh' && <ChineseFont />}
      {placeParagraphs(document).map(({ runs, from }) => (
        <p key={from}>{referred(runs, from, references)}</p>
      ))}
    </div>
  )
}

/** The paragraphs with their brackets written out, and where each begins in the printed text. */
function placeParagraphs(document: TextDocument) {
  let at = 0
  return paragraphsOf(document).map((paragraph) => {
    const runs = withBracketSigns(paragraph)
    const from = at
    at += runs.reduce((length, run) => length + run.text.length, 0) + 1
    return { runs, from }
  })
}

/** The runs of a paragraph, cut where a reference begins or ends. */
function referred(runs: readonly Run[], from: number, references: readonly Reference[]) {
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
      return <Words key={bound} run={{ ...run, text }} references={over} />
    })
  })
}

function Words({ run, references }: { run: Run; references: readonly Reference[] }) {
  const [reference] = references
  const words = run.italic ? <em>{run.text}</em> : run.text
  const bracketed =
    run.bracket === 'placeholder' ? (
      <span className="text-quiet underline decoration-dashed">{words}</span>
    ) : run.bracket ? (
      <b className="font-semibold">{words}</b>
    ) : (
      words
    )
  if (!reference) return bracketed
  return (
    <a
      href={reference.href}
      title={references.map(({ label }) => label).join('; ')}
      data-of={references.map(({ href }) => href.slice(1)).join(' ')}
      className="mark-of-words"
    >
      {bracketed}
    </a>
  )
}
