/** A panellist as a line of a programme names one. */
export type PanellistLine = { honorific: string; name: string; affiliation: string }

const TITLES =
  /^((?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|Lic|Pol\.\s?col|Col|Gen|Adv|H\.E|Sr|Sra|Mme|M)\.|Advocate|Doctor|Judge|Professor|Ambassador|Colonel)\s*)+/i

/** The form of address at the start of a line, or nothing: "Mr.", "H.E. Ms.". */
export const honorificOf = (line: string): string => TITLES.exec(line)?.[0] ?? ''

/** Reads "Mr. Pedro Verdelho (Portugal)"; null where the brackets are missing. Commas and "and" around a line are dropped. */
export function readPanellist(line: string): PanellistLine | null {
  const bare = line
    .trim()
    .replace(/^(?:[-–•*]|\d+[.)])\s+/, '')
    .replace(/^and\s+/i, '')
    .replace(/[,;.]?\s*(?:and)?\s*$/i, '')
  const found = /^(.+?),?\s*\(([^()]+(?:\([^()]*\)[^()]*)?)\)$/.exec(bare)
  if (!found) return null
  const [, who = '', affiliation = ''] = found
  const honorific = honorificOf(who).trim()
  const name = who.slice(honorific.length).trim()
  return name ? { honorific, name, affiliation: affiliation.trim() } : null
}

/** Reads many: one a line, or one after another in a sentence, as a report has them. */
export function readPanellists(text: string): { panellists: PanellistLine[]; unread: string[] } {
  const lines = text
    .split(/\n|(?<=\)),\s*|(?<=\))\s+and\s+|;/)
    .map((line) => line.trim())
    .filter((line) => line && !/^(and)?[.,]?$/i.test(line))
  const read = lines.map((line) => ({ line, panellist: readPanellist(line) }))
  return {
    panellists: read.flatMap(({ panellist }) => panellist ?? []),
    unread: read.flatMap(({ line, panellist }) => (panellist ? [] : [line])),
  }
}

/** "Mr. Pedro Verdelho (Portugal)" */
export const printPanellist = ({ honorific, name, affiliation }: PanellistLine): string =>
  `${honorific} ${name}`.trim() + (affiliation ? ` (${affiliation})` : '')
