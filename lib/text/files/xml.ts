import sax from 'sax'
import { Refused } from '@/lib/errors'

/**
 * An element of a file of Word or a spreadsheet: its name with the prefix that is usual for its namespace (`w:p`; names
 * of other namespaces have none of these prefixes), its attributes by their local names, and its content.
 */
export type Element = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (Element | string)[]
}

/** Both editions of each namespace: the usual one, and that of "strict" files. */
const PREFIX: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'prop',
  'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'prop',
}

const MAX_DEPTH = 400
const MAX_ELEMENTS = 3_000_000
const PIECE = 65_536

/** Without `strictEntities`, which the types do not know, the entities of HTML are read too. */
const OPTIONS: sax.SAXOptions & { strictEntities: boolean } = { xmlns: true, strictEntities: true }

const refusal = (key: string) => new Refused('invalid', `files.${key}`)

/**
 * Parses XML into its root element. Refuses a document type, hence every entity but the five of XML itself, malformed
 * XML, and nesting deeper than in any file that a person writes. `onOpen` may end it early by throwing.
 */
export function parseXml(xml: string, onOpen?: (name: string) => void): Element {
  const parser = sax.parser(true, OPTIONS)
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  let elements = 0
  parser.onerror = () => {
    throw refusal('broken')
  }
  parser.ondoctype = () => {
    throw refusal('entities')
  }
  parser.onopentag = (tag) => {
    const { uri, local, attributes } = tag as sax.QualifiedTag
    const prefix = PREFIX[uri]
    const name = prefix ? `${prefix}:${local}` : local
    if (open.length > MAX_DEPTH || ++elements > MAX_ELEMENTS) throw refusal('tooDeep')
    onOpen?.(name)
    const element: Element = { name, attributes: localNames(attributes), children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  }
  parser.onclosetag = () => void open.pop()
  const text = (words: string) => void open.at(-1)!.children.push(words)
  parser.ontext = text
  parser.oncdata = text
  // The parser sees an error after the piece in which it is, so pieces are small.
  for (let at = 0; at < xml.length; at += PIECE) parser.write(xml.slice(at, at + PIECE))
  parser.close()
  const [first] = root.children.filter((child) => typeof child !== 'string')
  if (!first) throw refusal('broken')
  return first
}

const localNames = (attributes: sax.QualifiedTag['attributes']): Record<string, string> =>
  Object.fromEntries(Object.values(attributes).map(({ local, value }) => [local, value]))

/** The elements of one name among the children. */
export const childrenOf = (element: Element | undefined, name?: string): Element[] =>
  (element?.children ?? []).filter(
    (child): child is Element =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  )

/** The first child of a name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  childrenOf(element, name)[0]

/** All text within an element. */
export const textOf = (element: Element): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')

/** All elements of a name within an element, in their order. */
export const findAll = (element: Element, name: string): Element[] =>
  childrenOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ])
