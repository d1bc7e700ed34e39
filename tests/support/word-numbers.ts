import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A level as Word writes it: its format, its text, and other elements. */
export const level = (ilvl: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}" w:tplc="0409000F"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 * (ilvl + 1)}" w:hanging="360"/></w:pPr></w:lvl>`

export const abstractNum = (id: number, levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="${id}" w15:restartNumberingAfterBreak="0" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w:nsid w:val="1A2B3C4${id}"/><w:multiLevelType w:val="multilevel"/>${more}${levels}</w:abstractNum>`

export const num = (id: number, of: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`

/** A paragraph in a list, at a level, with these words. */
export const listed = (list: number, ilvl: number, words: string, mark = '') =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${list}"/></w:numPr>${mark}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`

/** A file of Word with these parts, which LibreOffice opens too. */
export function numberedWord(body: string, numbering: string, styles = ''): Uint8Array {
  const part = (name: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${name === 'document' ? 'document.main' : name}+xml"/>`
  const relation = (name: string) =>
    `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`
  const xml = (words: string) => strToU8(`${HEAD}${words}`)
  const relations = (words: string) =>
    xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${words}</Relationships>`,
    )
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('document')}${part('numbering')}${part('styles')}</Types>`,
    ),
    '_rels/.rels': relations(
      `<Relationship Id="main" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/_rels/document.xml.rels': relations(relation('numbering') + relation('styles')),
    'word/document.xml': xml(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    'word/numbering.xml': xml(`<w:numbering ${W}>${numbering}</w:numbering>`),
    'word/styles.xml': xml(`<w:styles ${W}>${styles}</w:styles>`),
  })
}
