import { diff } from '@/lib/text/diff/diff'
import { withoutMarks } from '@/lib/text/signs'

/** A piece of a text that is marked against another. */
export type MarkedRun = { text: string; change?: 'inserted' | 'deleted' }

/** A wording marked against the text that it changes, whole words at a time. */
export function marks(base: string, next: string, locale: string): MarkedRun[] {
  const runs: MarkedRun[] = []
  const add = (text: string, change?: 'inserted' | 'deleted') => {
    const words = withoutMarks(text)
    if (words !== '') runs.push(change ? { text: words, change } : { text: words })
  }
  let at = 0
  for (const change of diff(base, next, locale)) {
    add(base.slice(at, change.at))
    add(change.remove, 'deleted')
    add(change.insert, 'inserted')
    at = change.at + change.remove.length
  }
  add(base.slice(at))
  return runs
}
