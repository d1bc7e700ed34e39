'use client'

import type { ReactNode } from 'react'
import { DrawnText, drawRun } from '@/components/text/runs'
import type { PrintedParagraph, PrintedRun, PrintedText } from '@/lib/report/printed'

export type PrintedSection = {
  key: string
  label: string
  heading: string
  level: 1 | 2
  /** Under the heading: that the section is not put to adoption. */
  mode?: string
  /** The document in which the section stands; not on paper. */
  document?: string
  paragraphs: (PrintedParagraph & { key: string; number: number; note?: string })[]
}

type Props = {
  sections: readonly PrintedSection[]
  /** Acts and further versions, by the key of the paragraph that they follow. */
  afterParagraph: Record<string, ReactNode>
  /** Acts at the end of a section, by its key. */
  afterSection: Record<string, ReactNode>
}

/** A report as the paper has it. Takes plain values: a report has hundreds of paragraphs and items. */
export const PrintedReport = ({ sections, afterParagraph, afterSection }: Props) => (
  <article className="report-text grid gap-4 font-serif leading-relaxed">
    {sections.map(({ key, label, heading, level, mode, document, paragraphs }) => {
      const Heading = level === 1 ? 'h2' : 'h3'
      return (
        <section key={key} aria-labelledby={`section-${key}`} className="grid gap-3">
          <Heading
            id={`section-${key}`}
            className={`flex gap-3 font-semibold ${level === 1 ? 'mt-4 text-xl' : 'text-lg'}`}
          >
            <span className="w-9 shrink-0 text-end">{label}</span>
            {heading}
          </Heading>
          {mode && <p className="ms-12 font-sans text-sm text-quiet">{mode}</p>}
          {document && <p className="no-print ms-12 font-sans text-sm text-quiet">{document}</p>}
          {paragraphs.map((paragraph) => (
            <div
              key={paragraph.key}
              id={`paragraph-${paragraph.number}`}
              className="report-paragraph"
            >
              <span>{`${paragraph.number}.`}</span>
              <PrintedWords paragraph={paragraph} />
              {paragraph.note && (
                <p className="no-print mt-1 font-sans text-sm text-quiet">{paragraph.note}</p>
              )}
              {afterParagraph[paragraph.key]}
            </div>
          ))}
          {afterSection[key]}
        </section>
      )
    })}
  </article>
)

/** The words of a paragraph and its lines; an open place leads to its entry in the list of them. */
export const PrintedWords = ({ paragraph }: { paragraph: PrintedParagraph }) => (
  <>
    <Text text={paragraph} />
    {paragraph.lines.map((line, index) => (
      <div key={index} className="report-line" data-depth={line.depth}>
        <span>{line.label}</span>
        <Text text={line} />
      </div>
    ))}
  </>
)

function Text({ text: { language, paragraphs } }: { text: PrintedText }) {
  if (!language) return paragraphs.map((runs, index) => <p key={index}>{runs.map(wordsOf)}</p>)
  return <DrawnText language={language} paragraphs={paragraphs.map((runs) => runs.map(wordsOf))} />
}

/** The text of a run; an element only where it is set apart. */
function wordsOf(run: PrintedRun, key: number): ReactNode {
  if (typeof run === 'string') return run
  const { text, open, filled } = run
  if (filled)
    return (
      <span key={key} className="underline decoration-dotted" title={filled}>
        {text}
      </span>
    )
  if (open)
    return (
      <a key={key} href={`#open-${open}`} className="bg-accent-wash font-semibold">
        {text}
      </a>
    )
  return drawRun(run, key, 'i')
}
