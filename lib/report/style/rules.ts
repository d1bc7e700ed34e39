/** A rule of the house: the pattern of a breach, and the house's form. */
export type StyleRule = {
  key:
    | 'spaces'
    | 'terms'
    | 'stateName'
    | 'quotes'
    | 'enRule'
    | 'numbers'
    | 'perCent'
    | 'dates'
    | 'commaBeforeBracket'
  pattern: RegExp
  propose: (match: RegExpMatchArray) => string
}

/** Terms in the house style, and their other spellings. */
const TERMS: [wrong: RegExp, right: string][] = [
  [/\bVice-(?:chair|chairman|Chairman|chairperson)\b/g, 'Vice-Chair'],
  [/(?<!intergovernmental )\bexpert group\b(?! on)/g, 'Expert Group'],
  [/\bmember [Ss]tate(s?)\b/g, 'Member State'],
  [/\bextended bureau\b/g, 'extended Bureau'],
  [/\brapporteur\b/g, 'Rapporteur'],
]
const SMALL = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December'

export const rules: readonly StyleRule[] = [
  { key: 'spaces', pattern: /\S {2,}\S/g, propose: ([match]) => match.replace(/ {2,}/, ' ') },
  ...TERMS.map(
    ([pattern, right]): StyleRule => ({
      key: 'terms',
      pattern,
      propose: ([, plural]) => `${right}${plural ?? ''}`,
    }),
  ),
  {
    key: 'stateName',
    pattern: /\bUnited States\b(?! of America)/g,
    propose: () => 'United States of America',
  },
  {
    key: 'quotes',
    pattern: /"[^"]*"|\b\w+'s\b/g,
    propose: ([match]) =>
      match.startsWith('"') ? `“${match.slice(1, -1)}”` : match.replace("'", '’'),
  },
  {
    key: 'enRule',
    pattern: /(?<![\w/.-])(\d{1,4})-(\d{1,4})(?![\w/-])/g,
    propose: ([, from, until]) => `${from}–${until}`,
  },
  {
    key: 'numbers',
    pattern:
      /\b([1-9]) (States|experts|delegations|meetings|items|proposals|documents|sessions)\b/g,
    propose: ([, digit, noun]) => `${SMALL[Number(digit)]} ${noun}`,
  },
  { key: 'perCent', pattern: /(\d) ?%/g, propose: ([, digit]) => `${digit} per cent` },
  {
    key: 'dates',
    pattern: new RegExp(`\\b(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?, (\\d{4})`, 'g'),
    propose: ([, month, day, year]) => `${day} ${month} ${year}`,
  },
  { key: 'commaBeforeBracket', pattern: /\w, \(/g, propose: ([match]) => match.replace(',', '') },
]
