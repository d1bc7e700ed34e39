const NUMBERED = /^[ \t]*(?:\(?(\d{1,2})[.)]\)?|\(?([a-z])\))[ \t]+\S/i

/** A piece of a text that a number or letter begins, with its number; the first piece may have none. */
export type Part = { number: number | null; text: string }

/**
 * Cuts a text at lines that are numbered 1, 2, 3 or a, b, c in this order; a text with fewer than two such lines is one
 * part. A line that begins with another number, a year for instance, does not cut.
 */
export function numberedParts(text: string): Part[] {
  const parts: Part[] = [{ number: null, text: '' }]
  let next = 1
  for (const line of text.split('\n')) {
    const [, digits, letter] = NUMBERED.exec(line) ?? []
    const number = digits ? Number(digits) : letter ? letter.toLowerCase().charCodeAt(0) - 96 : null
    if (number === next) {
      parts.push({ number, text: line })
      next += 1
    } else {
      const last = parts.at(-1)!
      last.text += last.text === '' ? line : `\n${line}`
    }
  }
  const filled = parts
    .map(({ number, text: words }) => ({ number, text: words.trim() }))
    .filter(({ text: words }) => words !== '')
  return filled.filter(({ number }) => number !== null).length < 2
    ? text.trim() === ''
      ? []
      : [{ number: null, text: text.trim() }]
    : filled
}
