/** Where a number or letter begins a comment within a line: after the end of a sentence. */
const WITHIN = /(?<=[.;:!?…。；：？！؟؛])[ \t]+(?=\(?(?:\d{1,2}[.)]|[a-z]\))\)?[ \t]+\S)/i
const NUMBERED = /^[ \t]*(?:\(?(\d{1,2})[.)]\)?|\(?([a-z])\))[ \t]+\S/i

/** A piece of a text that a number or letter begins, with its number; the first piece may have none. */
export type Part = { number: number | null; text: string }

/**
 * Cuts a text at lines or sentences that are numbered 1, 2, 3 or a, b, c in this order; a text with fewer than two of
 * them is one part. A line or sentence that begins with another number, a year for instance, does not cut.
 */
export function numberedParts(text: string): Part[] {
  const parts: Part[] = [{ number: null, text: '' }]
  let next = 1
  const lines = text
    .split('\n')
    .flatMap((line) =>
      line.split(WITHIN).map((words, index) => ({ line: words, before: index === 0 ? '\n' : ' ' })),
    )
  for (const { line, before } of lines) {
    const [, digits, letter] = NUMBERED.exec(line) ?? []
    const number = digits ? Number(digits) : letter ? letter.toLowerCase().charCodeAt(0) - 96 : null
    if (number === next) {
      parts.push({ number, text: line })
      next += 1
    } else {
      const last = parts.at(-1)!
      last.text += last.text === '' ? line : `${before}${line}`
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
