import { oneLine } from './one-line'

const words = new Intl.Segmenter('en', { granularity: 'word' })
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The first words of a text in one line of at most so many letters, for naming it. A longer text is cut between
 * words, in Chinese too, and never within a number; within a word only where it is longer than a third of the line.
 */
export function firstWords(text: string, most = 60): string {
  const line = oneLine(text)
  if (line.length <= most) return line
  const shortest = Math.ceil((most * 2) / 3)
  const space = line.lastIndexOf(' ', most)
  if (space >= shortest) return `${line.slice(0, space)} …`
  // A long text is not segmented whole: a word has no more than a hundred letters.
  const near = line.slice(0, most + 100)
  const end = words.segment(near).containing(most)!.index
  const cut = end >= shortest ? end : characters.segment(near).containing(most)!.index
  return `${line.slice(0, cut).trimEnd()}…`
}
