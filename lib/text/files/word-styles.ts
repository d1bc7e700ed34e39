import { childOf, childrenOf, type Element, parseXml } from './xml'

/**
 * The paragraph properties of a style: the level of a heading (0 for none), and the list that numbers or marks the
 * paragraphs, with the level in it; '' for no list, null if the list says the level.
 */
type Style = { heading: number; list: string; level: number | null }
export type Styles = ReadonlyMap<string, Style>

const HEADING = /^(?:heading|title)\s*(\d?)$/i
const LONGEST_CHAIN = 20

/** The styles of a file of Word by their ids, each with its inherited properties. */
export function readStyles(xml: string | null): Styles {
  const styles = xml ? childrenOf(parseXml(xml), 'w:style') : []
  const byId = new Map(styles.map((style) => [style.attributes.styleId ?? '', style]))
  return new Map([...byId.keys()].map((id) => [id, styleOf(id, byId)]))
}

function styleOf(id: string, byId: ReadonlyMap<string, Element>): Style {
  let heading = 0
  let list: string | undefined
  let ilvl: string | undefined
  let style = byId.get(id)
  for (let steps = 0; style && steps < LONGEST_CHAIN; steps += 1) {
    const name = childOf(style, 'w:name')?.attributes.val ?? ''
    const properties = childOf(style, 'w:pPr')
    const level = HEADING.exec(name)
    heading ||= level ? Number(level[1] || 1) : outlineOf(properties)
    const number = childOf(properties, 'w:numPr')
    list ??= childOf(number, 'w:numId')?.attributes.val
    ilvl ??= childOf(number, 'w:ilvl')?.attributes.val
    style = byId.get(childOf(style, 'w:basedOn')?.attributes.val ?? '')
  }
  return { heading, list: list === '0' ? '' : (list ?? ''), level: ilvl ? Number(ilvl) : null }
}

/** The level in the outline, counted from 1; 0 for plain text. */
export function outlineOf(properties: Element | undefined): number {
  const level = childOf(properties, 'w:outlineLvl')?.attributes.val
  return level === undefined || Number(level) > 8 ? 0 : Number(level) + 1
}
