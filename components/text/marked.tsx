import { Comparison } from '@/components/text/comparison'
import { ChineseFont } from '@/components/text/chinese-font'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { diff } from '@/lib/text/diff/diff'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'

/** A text marked against the one that it changes, or a sentence if it changes nothing. */
export function Marked({
  base,
  next,
  language,
  unchangedText,
}: {
  base: TextDocument
  next: TextDocument
  language: string
  unchangedText: string
}) {
  const from = toMarked(base)
  const changes = diff(from, toMarked(next), language)
  if (changes.length === 0) return <p className="text-quiet">{unchangedText}</p>
  return (
    <>
      {language === 'zh' && <ChineseFont />}
      <Comparison paragraphs={comparedParagraphs(from, changes)} language={language} />
    </>
  )
}
