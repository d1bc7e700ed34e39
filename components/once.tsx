import 'server-only'
import type { Markup } from '@/lib/html/safe-html'
import { piecesUnderWay } from '@/lib/pieces'
import { type Around, Brought } from './brought'

/**
 * A large block that was written as letters and that the document brings once: React's data, which
 * would bring it a second time, name it alone. Where data are answered alone, they have it in them, and
 * what is focused or selected within is lost at the first of them: not for a page that follows others' acts.
 */
export function Once({ children, ...around }: Around & { children: Markup }) {
  const pieces = piecesUnderWay()
  if (!pieces) return <Brought {...around} letters={children.text} />
  const piece = String(pieces.size)
  pieces.set(piece, children.text)
  return <Brought {...around} piece={piece} />
}
