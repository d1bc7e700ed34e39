import type { Change } from '@/lib/text/diff/change'
import { visibleWords } from '@/lib/text/signs'

/** A change with a few words before and after it, for readers who know the text. */
type Excerpt = { before: string; remove: string; insert: string; after: string }

const CONTEXT = 32

/** The changes of a marked text, each with its surroundings; brackets and paragraph ends are shown. */
export const excerpts = (base: string, changes: readonly Change[]): Excerpt[] =>
  changes.map(({ at, remove, insert }) => {
    const end = at + remove.length
    return {
      before: tail(plainLine(base.slice(Math.max(0, at - CONTEXT), at)), at > CONTEXT),
      remove: plainLine(remove),
      insert: plainLine(insert),
      after: head(plainLine(base.slice(end, end + CONTEXT)), end + CONTEXT < base.length),
    }
  })

const plainLine = (marked: string): string => visibleWords(marked).replaceAll('\n', '¶')

/** From the first whole word on, with an ellipsis if words were left out. */
function tail(text: string, isCut: boolean): string {
  if (!isCut) return text
  const space = text.indexOf(' ')
  return `…${space < 0 || space > CONTEXT / 2 ? text.replace(/^./u, '') : text.slice(space)}`
}

function head(text: string, isCut: boolean): string {
  if (!isCut) return text
  const space = text.lastIndexOf(' ')
  return `${space < CONTEXT / 2 ? text.replace(/.$/u, '') : text.slice(0, space)} …`
}
