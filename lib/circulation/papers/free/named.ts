import { folded } from '@/lib/circulation/forms/reading/recognize'
import type { Reason } from '@/lib/circulation/forms/reading/judge'

/** A doubt about a piece whose words name another delegation. */
export const NAMES_OTHERS = 'namesOthers'

/** The names that stand in a text as whole words. */
const namedIn = (text: string, names: readonly string[]): string[] => {
  const words = ` ${folded(text)} `
  return names.filter((name) => words.includes(` ${folded(name)} `))
}

/**
 * The pieces of a paper that may speak for several delegations, as a joint note does: a piece that names another one
 * says for a person to look whom it speaks for. A heading is no comment, and a piece whose States are in doubt already
 * stays as it is.
 */
export const withNamed = <
  Piece extends { text: string; isRemainder: boolean; doubts: readonly Reason[] },
>(
  pieces: readonly Piece[],
  others: readonly string[],
): Piece[] =>
  pieces.map((piece) => {
    if (piece.isRemainder || piece.doubts.some(({ key }) => /states$/i.test(key))) return piece
    const names = namedIn(piece.text, others)
    if (names.length === 0) return piece
    const doubt = { key: NAMES_OTHERS, values: { names: names.join(', ') } }
    return { ...piece, doubts: [...piece.doubts, doubt] }
  })
