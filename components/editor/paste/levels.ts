const RAISED = new Map(
  Array.from('0123456789+-−=()', (sign, at) => [sign, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾')[at]!]),
)
const LOWERED = new Map(
  Array.from('0123456789+-−=()', (sign, at) => [sign, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')[at]!]),
)

// The endings of ordinals in English, French, Spanish and Italian, which read the same on the line.
const ORDINAL = /^(st|nd|rd|th|er|re|ère|e|ème|d|nde|o|a|os|as|º|ª)$/i

/**
 * Raised or lowered signs as words: "2" raised is "²". The second value says whether a raised or lowered sign now
 * stands on the line with another meaning.
 */
export function onTheLine(
  text: string,
  level: 'raised' | 'lowered',
  before: string,
): [text: string, isChanged: boolean] {
  const signs = level === 'raised' ? RAISED : LOWERED
  const letters = Array.from(text.trim())
  if (letters.every((letter) => signs.has(letter))) {
    const signed = letters.map((letter) => signs.get(letter)!).join('')
    return [text.replace(text.trim(), signed), false]
  }
  const isOrdinal = level === 'raised' && ORDINAL.test(text.trim()) && /[\dIVX]$/.test(before)
  return [text, !isOrdinal && /[\p{L}\p{N}\p{S}]/u.test(text)]
}
