import { Fragment } from 'react'
import type { Change } from '@/lib/text/diff/change'
import { diff } from '@/lib/text/diff/diff'
import { withoutMarks } from '@/lib/text/signs'

/**
 * One text marked against another, whole words at a time: additions bold and underlined, deletions
 * struck through. Takes plain or marked strings (see lib/text/document/marked.ts); shows the words alone.
 */
export function Difference({ base, next, locale }: { base: string; next: string; locale: string }) {
  const changes = diff(base, next, locale)
  return (
    <>
      {changes.map((change, index) => (
        <Fragment key={change.at}>
          {withoutMarks(base.slice(endOf(changes[index - 1]), change.at))}
          {change.remove && <del>{withoutMarks(change.remove)}</del>}
          {change.insert && <ins>{withoutMarks(change.insert)}</ins>}
        </Fragment>
      ))}
      {withoutMarks(base.slice(endOf(changes.at(-1))))}
    </>
  )
}

/**
 * A source marked against the text that was made of it. A source in another language stands as it is: every word of it
 * would be struck through, as if somebody had taken it out.
 */
export const SourceDifference = ({
  source,
  text,
  language,
}: {
  source: { text: string; language: string }
  text: string
  language: string
}) =>
  source.language === language ? (
    <Difference base={source.text} next={text} locale={language} />
  ) : (
    withoutMarks(source.text)
  )

const endOf = (change: Change | undefined): number =>
  change ? change.at + change.remove.length : 0
