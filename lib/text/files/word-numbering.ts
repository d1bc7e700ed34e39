import { childOf, childrenOf, type Element, parseXml } from './xml'

/** A level of a list of Word: its way of counting, and its text with `%1` for the number of the first level. */
type Level = {
  start: number
  format: string
  text: string
  restart: number | null
  isLegal: boolean
}
/** A list as paragraphs name it; several may count on in one `counter`. */
type List = { counter: string; levels: Level[]; starts: ReadonlyMap<number, number> }

/** The number that Word prints before a paragraph, and "4 (c)" if it is a letter below a number; '' for a mark. */
export type WordNumber = { label: string; reference: string }

export const NO_NUMBER: WordNumber = { label: '', reference: '' }

/** Gives the numbers of the paragraphs of a file in their order: of a list, at a level, or at that of a style. */
export type Numbering = (list: string, level: number | null, style: string) => WordNumber

const LEVELS = 9
const LONGEST_TEXT = 60

/** Counts as Word does, by `word/numbering.xml`. Paragraphs must be asked in the order of the text, each once. */
export function readNumbering(xml: string | null): Numbering {
  const root = xml ? parseXml(xml) : undefined
  const abstract = childrenOf(root, 'w:abstractNum')
  const lists = new Map(
    childrenOf(root, 'w:num').map((num) => [num.attributes.numId ?? '', listOf(num, abstract)]),
  )
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (id, statedLevel, style) => {
    const entry = lists.get(id)
    if (!entry) return NO_NUMBER
    const { list, styles } = entry
    const level = Math.min(statedLevel ?? Math.max(0, styles.indexOf(style)), LEVELS - 1)
    const counts = counters.get(list.counter) ?? []
    counters.set(list.counter, counts)
    // A list with a declared start begins anew at its first paragraph.
    if (!begun.has(id)) for (const at of list.starts.keys()) counts[at] = undefined
    begun.add(id)
    const startOf = (at: number) => list.starts.get(at) ?? list.levels[at]?.start ?? 1
    for (let at = 0; at < level; at += 1) counts[at] ??= startOf(at)
    const before = counts[level]
    counts[level] = before === undefined ? startOf(level) : before + 1
    for (let at = level + 1; at < LEVELS; at += 1)
      if (level < (list.levels[at]?.restart ?? at)) counts[at] = undefined
    return numberAt(list.levels, level, counts)
  }
}

function listOf(num: Element, abstract: readonly Element[]): { list: List; styles: string[] } {
  const abstractId = childOf(num, 'w:abstractNumId')?.attributes.val
  const first = abstract.find((definition) => definition.attributes.abstractNumId === abstractId)
  // A list of a style is described by the list that the style itself has.
  const link = childOf(first, 'w:numStyleLink')?.attributes.val
  const described = link
    ? (abstract.find((definition) => childOf(definition, 'w:styleLink')?.attributes.val === link) ??
      first)
    : first
  const overrides = childrenOf(num, 'w:lvlOverride')
  const levels: Level[] = []
  const styles: string[] = []
  const overriddenLevels = overrides.flatMap((override) => childOf(override, 'w:lvl') ?? [])
  for (const level of [...childrenOf(described, 'w:lvl'), ...overriddenLevels]) {
    const at = levelOf(level.attributes.ilvl)
    levels[at] = readLevel(level)
    styles[at] = childOf(level, 'w:pStyle')?.attributes.val ?? ''
  }
  const starts = new Map(
    overrides.flatMap((override): [number, number][] => {
      const start = childOf(override, 'w:startOverride')?.attributes.val
      return start === undefined ? [] : [[levelOf(override.attributes.ilvl), wholeNumber(start, 1)]]
    }),
  )
  return { list: { counter: described?.attributes.abstractNumId ?? '', levels, starts }, styles }
}

function readLevel(level: Element): Level {
  const value = (name: string) => childOf(level, name)?.attributes.val
  const restart = value('w:lvlRestart')
  const legal = childOf(level, 'w:isLgl')
  return {
    start: wholeNumber(value('w:start'), 1),
    format: value('w:numFmt') ?? 'decimal',
    text: (value('w:lvlText') ?? '').slice(0, LONGEST_TEXT),
    restart: restart === undefined ? null : wholeNumber(restart, 0),
    isLegal: legal !== undefined && !['0', 'false', 'off'].includes(legal.attributes.val ?? ''),
  }
}

function numberAt(
  levels: readonly (Level | undefined)[],
  level: number,
  counts: readonly (number | undefined)[],
): WordNumber {
  const definition = levels[level]
  if (!definition || definition.format === 'bullet' || definition.format === 'none')
    return NO_NUMBER
  const valueOf = (at: number) => numeralOf(counts[at] ?? 1, levels[at]?.format ?? 'decimal')
  const label = definition.text.replace(/%([1-9])/g, (_, digit: string) =>
    definition.isLegal ? String(counts[Number(digit) - 1] ?? 1) : valueOf(Number(digit) - 1),
  )
  const above = levels.slice(0, level).findLastIndex((format) => format?.format === 'decimal')
  const isLetter = definition.format === 'lowerLetter' || definition.format === 'upperLetter'
  return {
    label: label.trim(),
    reference: isLetter && above >= 0 ? `${valueOf(above)} (${valueOf(level).toLowerCase()})` : '',
  }
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
/** Larger numbers are printed in digits. */
const MOST_LETTERS = 780

function numeralOf(count: number, format: string): string {
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  if (count < 1 || count > MOST_LETTERS) return String(count)
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  if (format === 'lowerRoman') return roman(count)
  if (format === 'upperRoman') return roman(count).toUpperCase()
  return String(count)
}

/** a … z, aa, bb … zz, aaa: as Word goes on after z. */
const letters = (count: number): string =>
  String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.ceil(count / 26))

function roman(count: number): string {
  let rest = count
  let out = ''
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) out += sign
  return out
}

const wholeNumber = (value: string | undefined, otherwise: number): number =>
  /^\d{1,9}$/.test(value ?? '') ? Number(value) : otherwise

const levelOf = (value: string | undefined): number => Math.min(wholeNumber(value, 0), LEVELS - 1)
