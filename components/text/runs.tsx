import type { ReactNode } from 'react'
import { ChineseFont } from '@/components/text/chinese-font'
import type { Run } from '@/lib/text/document/document'
import { directionOf } from '@/lib/text/locales'

/** The text of a run; an element only if it is set apart. `Italic` is the element of italics. */
export function drawRun(
  { text, italic, bracket }: Run,
  key: number,
  Italic: 'em' | 'i' = 'em',
): ReactNode {
  if (bracket === 'placeholder')
    return (
      <span key={key} className="text-quiet underline decoration-dashed">
        {italic ? <Italic>{text}</Italic> : text}
      </span>
    )
  if (bracket)
    return (
      <b key={key} className="font-semibold">
        {italic ? <Italic>{text}</Italic> : text}
      </b>
    )
  return italic ? <Italic key={key}>{text}</Italic> : text
}

/**
 * The drawn paragraphs of a submitted text, in its language and direction. With an id, they stand in one element, in
 * which words are selected; without, a single paragraph stands for itself.
 */
export function DrawnText({
  id,
  language,
  paragraphs,
}: {
  id?: string
  language: string
  paragraphs: readonly ReactNode[]
}) {
  const attributes = { lang: language, dir: directionOf(language), className: 'text-of-record' }
  const font = language === 'zh' && <ChineseFont />
  if (id === undefined && paragraphs.length === 1)
    return (
      <p {...attributes}>
        {font}
        {paragraphs[0]}
      </p>
    )
  return (
    <div id={id} {...attributes}>
      {font}
      {paragraphs.map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  )
}
