// Letters of other scripts, and digits, that look like Latin letters in most fonts.
const LOOKS_LIKE = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'вьβ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еєε',
    g: 'ɡ',
    h: 'нһη',
    i: 'іιı1l|',
    j: 'ј',
    k: 'кκ',
    m: 'мμ',
    n: 'пν',
    o: 'оοσ0',
    p: 'рρ',
    q: 'ԛ',
    s: 'ѕ5',
    t: 'тτ',
    u: 'υ',
    w: 'ԝω',
    x: 'хχ',
    y: 'уγ',
    z: 'ζ2',
  }).flatMap(([latin, letters]) => Array.from(letters, (letter) => [letter, latin] as const)),
)

/**
 * A name as the eye takes it in: without accents, spaces and punctuation, with the letters of other scripts as the Latin
 * ones that they look like. Names that differ and have one outline can be mistaken for each other.
 */
export const outline = (name: string): string =>
  Array.from(
    name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}|]/gu, ''),
  )
    .map((letter) => LOOKS_LIKE.get(letter) ?? letter)
    .join('')
