import { type Change, diff } from '@/lib/text/diff'
import { withoutMarks } from '@/lib/text/marked'

/**
 * One text marked against another, whole words at a time: additions bold and underlined, deletions
 * struck through. Takes plain or marked strings (see lib/text/marked.ts); shows the words alone.
 */
export function Difference({ base, next, locale }: { base: string; next: string; locale: string }) {
  let at = 0
  const pieces = diff(base, next, locale).flatMap((change: Change) => {
    const kept = base.slice(at, change.at)
    at = change.at + change.remove.length
    return [
      kept,
      change.remove && <del key={`d${change.at}`}>{withoutMarks(change.remove)}</del>,
      change.insert && <ins key={`i${change.at}`}>{withoutMarks(change.insert)}</ins>,
    ]
  })
  return (
    <>
      {pieces.map((piece) => (typeof piece === 'string' ? withoutMarks(piece) : piece))}
      {withoutMarks(base.slice(at))}
    </>
  )
}
