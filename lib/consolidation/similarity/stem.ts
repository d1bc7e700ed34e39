// The longest ending that fits is cut. The stem must be long enough, so that short words stay apart.
const ENDINGS = [
  'isational izational fulness iveness ousness isation ization ational',
  'ations ically ements ities ation ative ators ition ement ances ences ators',
  'ments ating ation ators ator ance ence able ible ally ency ancy ness ical ment ated ates ions',
  'ing ion ity ive ize ise ous ful ate ant ent ism ist ial ual',
  'al er or ed es ly ic',
]
  .join(' ')
  .split(' ')

const lastOf = (word: string) => word.slice(-1)

/** The same under their last letter: most endings need not be tried. */
const BY_LAST = new Map(
  ENDINGS.map(lastOf).map((last) => [last, ENDINGS.filter((ending) => lastOf(ending) === last)]),
)

/**
 * The part that the forms of a word have in common, near enough to find them together: "ratifies",
 * "ratified" and "ratification" are one, "police" and "policy" are two. English endings are known; words of
 * other alphabets lose their end by length alone. Expects lower case.
 */
export function stem(word: string): string {
  if (!/^[a-z]+$/.test(word)) return stemByLength(word)
  let rest = plural(word).replace(/ification$/, 'ify')
  for (const ending of BY_LAST.get(lastOf(rest)) ?? [])
    if (rest.length - ending.length >= Math.min(5, ending.length + 2) && rest.endsWith(ending)) {
      rest = rest.slice(0, -ending.length)
      break
    }
  if (rest.length > 4 && rest.at(-1) === rest.at(-2)) rest = rest.slice(0, -1)
  if (rest.length > 4 && rest.endsWith('e')) return rest.slice(0, -1)
  return rest.endsWith('y') ? `${rest.slice(0, -1)}i` : rest
}

function plural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}

function stemByLength(word: string): string {
  if (/^\p{Script=Arabic}/u.test(word)) {
    const bare = word.replace(/^(?:[وفبكل]?ال|لل)(?=..)/u, '')
    return bare.length > 4 ? bare.replace(/(?:ات|ون|ين|ها|هم|ية|ة|ه|ي)$/u, '') : bare
  }
  if (/^\p{Script=Han}/u.test(word)) return word
  return word.length > 6 ? word.slice(0, Math.max(5, word.length - 3)) : word
}
