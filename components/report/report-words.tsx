import { Fragment } from 'react'
import { TextOfRecord } from '@/components/text/text-of-record'
import { filledNote } from '@/lib/report/outputs/paper'
import type { ParagraphView } from '@/lib/report/view'
import { languageOf } from '@/lib/report/writing/versions'
import { withItalics } from '@/lib/report/words/italics'
import type { Words } from '@/lib/report/words/pieces'

/** The words of a paragraph and its lines as they print; an open place leads to its entry in the list of them. */
export function ReportWords({ paragraph }: { paragraph: ParagraphView }) {
  const { words, written, lines = [] } = paragraph
  return (
    <>
      {written ? (
        <TextOfRecord document={written} language={languageOf(paragraph)} />
      ) : (
        <p>
          <Said words={words} />
        </p>
      )}
      {lines.map((line, index) => (
        <div key={index} className="report-line" data-depth={line.depth}>
          <span>{line.label}</span>
          {line.written ? (
            <TextOfRecord document={line.written} language={line.language ?? 'en'} />
          ) : (
            <p>
              <Said words={line.words} />
            </p>
          )}
        </div>
      ))}
    </>
  )
}

const Said = ({ words }: { words: Words }) =>
  words.map(({ text, open, filled }, index) =>
    filled ? (
      <span key={index} className="underline decoration-dotted" title={filledNote(filled)}>
        {text}
      </span>
    ) : open ? (
      <a key={open.key} href={`#open-${open.key}`} className="bg-accent-wash font-semibold">
        {text}
      </a>
    ) : (
      <Fragment key={index}>
        {withItalics(text).map((run, at) =>
          run.italic ? <i key={at}>{run.text}</i> : <Fragment key={at}>{run.text}</Fragment>,
        )}
      </Fragment>
    ),
  )
