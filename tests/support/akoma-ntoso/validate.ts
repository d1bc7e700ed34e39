import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  XmlBufferInputProvider,
  XmlDocument,
  xmlRegisterInputProvider,
  XsdValidator,
} from 'libxml2-wasm'

const FOLDER = path.resolve('tests/support/akoma-ntoso')
const MAIN = 'akomantoso30.xsd'

let validator: XsdValidator | undefined

/** The schema, read once: the import of the other file is answered from memory. */
function schema(): XsdValidator {
  if (validator) return validator
  const xml = readFileSync(path.join(FOLDER, 'xml.xsd'))
  xmlRegisterInputProvider(new XmlBufferInputProvider({ 'xml.xsd': xml, './xml.xsd': xml }))
  const main = XmlDocument.fromBuffer(readFileSync(path.join(FOLDER, MAIN)), { url: MAIN })
  validator = XsdValidator.fromDoc(main)
  return validator
}

/** The errors of a document by the schema of Akoma Ntoso; empty if it is valid. */
export function faultsOf(xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    schema().validate(document)
    return []
  } catch (error) {
    const { details, message } = error as Error & { details?: { message: string; line: number }[] }
    return details?.map((detail) => `${detail.line}: ${detail.message.trim()}`) ?? [message]
  } finally {
    document.dispose()
  }
}

const all = (xml: string, expression: RegExp) =>
  [...xml.matchAll(expression)].map(([, match]) => match!)

/** The errors of a report by the rules of AKN4UN beyond the schema; empty if it keeps them. */
export function ruleFaultsOf(xml: string): string[] {
  const value = (name: string) => all(xml, new RegExp(`<${name} value="([^"]*)"`, 'g'))
  const [work] = value('FRBRuri')
  const ids = all(xml, /eId="([^"]*)"/g)
  const references = all(xml, /(?:href|source|refersTo|by|as|outcome)="#([^"]*)"/g)
  const [number] = value('FRBRnumber')
  const [issued] = all(xml, /<FRBRdate date="([^"]*)" name="issued"/g)
  const [cover = ''] = all(xml, /<coverPage>(.*?)<\/coverPage>/gs)
  const [symbol] = all(xml, /<FRBRnumber [^>]*showAs="([^"]*)"/g)
  const rules: [boolean, string][] = [
    [/<debateReport name="meetingReport"/.test(xml), 'is no meeting report'],
    [value('FRBRcountry')[0] === 'un', 'country is not un'],
    [value('FRBRsubtype')[0] === 'report', 'subtype is not report'],
    [!/<(?:ol|ul)\b/.test(xml), 'has ol or ul'],
    [/<publication /.test(xml), 'has no publication'],
    [/<references /.test(xml), 'has no references'],
    [cover.includes(`<docNumber>${symbol}</docNumber>`), 'cover has not the symbol'],
    [cover.includes(`<docDate date="${issued}">`), 'cover has not the date'],
    [
      ['languageOfExpression', 'originalLanguage'].every((name) =>
        cover.includes(`<inline name="${name}">`),
      ),
      'cover has not the languages',
    ],
    [/<session>[^<]+<\/session>/.test(cover), 'cover has not the session'],
    [
      new RegExp(`^/akn/un/debateReport/report/[a-z0-9-]+/${issued}/${number}$`).test(work ?? ''),
      'address is not made of its values',
    ],
    [value('FRBRuri')[1]?.startsWith(`${work}/eng@`) === true, 'expression is not of the work'],
    [value('FRBRthis')[0] === `${work}/!main`, 'main component is not named'],
    [new Set(ids).size === ids.length, 'an eId stands twice'],
    ...references.map((id): [boolean, string] => [ids.includes(id), `nothing is called ${id}`]),
  ]
  return rules.filter(([kept]) => !kept).map(([, fault]) => fault)
}
