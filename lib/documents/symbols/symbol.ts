import { SYMBOL_ROOT } from '@/lib/sessions/groups/symbol-root'
import type { DocumentSeries } from '@/lib/documents/kinds'

/**
 * The symbol of a document in its parts: "UNODC/CCPCJ/EG.4/2020/CRP.1/Rev.2" has the root
 * "UNODC/CCPCJ/EG.4", the year 2020, the series of conference room papers, the number 1 and a suffix.
 */
export type DocumentSymbol = {
  root: string
  year: number
  series: DocumentSeries
  number: number
  suffix: string
}

/** The notation of each series before its number. */
const WRITTEN: Record<DocumentSeries, string> = {
  plain: '',
  crp: 'CRP.',
  inf: 'INF/',
  l: 'L.',
  ngo: 'NGO/',
  wp: 'WP.',
}

const NUMBER = '[1-9][0-9]{0,4}'
const SUFFIX = `(?:(?:Add|Amend|Corr|Rev)\\.${NUMBER}|Summary|-\\*)`
const SYMBOL = new RegExp(
  `^(?<root>${SYMBOL_ROOT})/(?<year>(?:19[4-9]|2[0-9]{2})[0-9])/(?<series>CRP\\.|INF/|L\\.|NGO/|WP\\.|)(?<number>${NUMBER})(?:/(?<suffix>${SUFFIX}(?:/${SUFFIX})*))?$`,
)

/** A symbol as it is printed. */
export const printSymbol = ({ root, year, series, number, suffix }: DocumentSymbol): string =>
  `${root}/${year}/${WRITTEN[series]}${number}${suffix && `/${suffix}`}`

/** The parts of a symbol, or null if it is invalid. `printSymbol` writes the same symbol again. */
export function parseSymbol(printed: string): DocumentSymbol | null {
  const parts = SYMBOL.exec(printed.trim())?.groups
  if (!parts) return null
  const series = (Object.keys(WRITTEN) as DocumentSeries[]).find(
    (candidate) => WRITTEN[candidate] === parts.series,
  )!
  return {
    root: parts.root!,
    year: Number(parts.year),
    series,
    number: Number(parts.number),
    suffix: parts.suffix ?? '',
  }
}

/** The printed sign of a missing symbol: the root, the year and the sign of a gap. */
export const symbolToCome = (root: string, year: number): string => `${root}/${year}/[...]`

/** An expert group's own papers have the plain head; a report under its parent's root, such as E/CN.15, the full one. */
export const headKind = (symbol: string): 'office' | 'full' =>
  symbol.startsWith('UNODC/') ? 'office' : 'full'

/** The symbol that a part of an address names, or null if the part is none; `paths` writes it with `_` for each stroke. */
export function symbolFromAddress(part: string): string | null {
  const symbol = part.replaceAll('_', '/')
  return parseSymbol(symbol) && symbol
}
