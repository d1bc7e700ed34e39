/** A panellist as a line of a programme names one. */
export type PanellistLine = { honorific: string; name: string; affiliation: string }

const TITLES =
  /^((?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Lic|Pol\.\s?col|Col|Gen|Adv|H\.E|Sr|Sra|Mme|M)\.|Advocate|Doctor|Judge|Professor|Ambassador|Colonel)\s*)+/i

/** The form of address at the start of a line, or nothing: "Mr.", "H.E. Ms.". */
export const honorificOf = (line: string): string => TITLES.exec(line)?.[0] ?? ''

/** Reads "Mr. Pedro Verdelho (Portugal)"; null if the brackets are missing. Commas and "and" around a line are dropped. */
export function readPanellist(line: string): PanellistLine | null {
  const bare = line
    .trim()
    .replace(/^(?:[-–•*]|\d+[.)])\s+/, '')
    .replace(/^and\s+/i, '')
    .replace(/[,;.]?\s*(?:and)?\s*$/i, '')
  const match = /^(.+?),?\s*\(([^()]+(?:\([^()]*\)[^()]*)?)\)$/.exec(bare)
  if (!match) return null
  const [, person = '', affiliation = ''] = match
  const honorific = honorificOf(person).trim()
  const name = person.slice(honorific.length).trim()
  return name ? { honorific, name, affiliation: affiliation.trim() } : null
}

/** Reads many: one a line, or one after another in a sentence, as a report has them. */
export function readPanellists(text: string): { panellists: PanellistLine[]; unread: string[] } {
  const lines = text
    .split(/\n|(?<=\)),\s*|(?<=\))\s+and\s+|;/)
    .map((line) => line.trim())
    .filter((line) => line && !/^(and)?[.,]?$/i.test(line))
  const readings = lines.map((line) => ({ line, panellist: readPanellist(line) }))
  return {
    panellists: readings.flatMap(({ panellist }) => panellist ?? []),
    unread: readings.flatMap(({ line, panellist }) => (panellist ? [] : [line])),
  }
}

/** "Mr. Pedro Verdelho (Portugal)" */
export const printPanellist = ({ honorific, name, affiliation }: PanellistLine): string =>
  `${honorific} ${name}`.trim() + (affiliation ? ` (${affiliation})` : '')
