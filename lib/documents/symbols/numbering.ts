import 'server-only'
import type { Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { Refused } from '@/lib/errors'
import type { DocumentSeries } from '@/lib/documents/kinds'
import type { Following } from '@/lib/documents/schema'
import { type DocumentSymbol, parseSymbol, printSymbol } from './symbol'

/** The facts of a document's row besides its symbol. */
export type DocumentFacts = Omit<
  Prisma.DocumentCreateManyInput,
  'symbol' | 'root' | 'year' | 'series' | 'number' | 'suffix'
>

/** The maximum number of retries for the next number if another act took it at the same moment. */
const ATTEMPTS = 50

/** The highest number that was ever given in a series of a year, also to a document that was withdrawn. */
export async function lastNumber(
  tx: Pick<Tx, 'document'>,
  { root, year, series }: Pick<DocumentSymbol, 'root' | 'year' | 'series'>,
): Promise<number> {
  const { _max } = await tx.document.aggregate({
    where: { root, year, series },
    _max: { number: true },
  })
  return _max.number ?? 0
}

/**
 * Registers a document under the next free number of its series and returns its symbol. Two acts at one
 * moment get two numbers: the second waits for the first. Unchecked: the caller must have authorized the actor.
 */
export async function registerNext(
  tx: Tx,
  place: { root: string; year: number; series: DocumentSeries },
  facts: DocumentFacts,
): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const number = (await lastNumber(tx, place)) + 1
    const symbol = { ...place, number, suffix: '' }
    if (await write(tx, symbol, facts)) return printSymbol(symbol)
  }
  throw new Refused('conflict', 'symbolBusy')
}

/** Registers a document under a symbol that somebody typed. Refuses one that was given before. */
export async function registerAs(tx: Tx, typed: string, facts: DocumentFacts): Promise<string> {
  const symbol = parseSymbol(typed)
  if (!symbol) throw new Refused('invalid', 'symbolUnreadable', {}, 'symbol')
  if (!(await write(tx, symbol, facts)))
    throw new Refused('conflict', 'symbolTaken', { symbol: printSymbol(symbol) }, 'symbol')
  return printSymbol(symbol)
}

/**
 * Registers a document that revises, adds to, corrects or issues again another one: its symbol with the next
 * free suffix of that word.
 */
export async function registerAfter(
  tx: Tx,
  earlier: DocumentSymbol,
  following: Following,
  facts: DocumentFacts,
): Promise<string> {
  const { root, year, series, number } = earlier
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const rows = await tx.document.findMany({
      where: { root, year, series, number },
      select: { suffix: true },
    })
    const suffix = nextSuffix(
      earlier.suffix,
      following,
      rows.map((row) => row.suffix),
    )
    const symbol = { root, year, series, number, suffix }
    if (await write(tx, symbol, facts)) return printSymbol(symbol)
    // A summary and a new issue have no number: there is one of each.
    if (following === 'Summary' || following === '-*')
      throw new Refused('conflict', 'symbolTaken', { symbol: printSymbol(symbol) }, 'following')
  }
  throw new Refused('conflict', 'symbolBusy')
}

/** The suffix of the next document of that word after one with the suffix `before`. Pure. */
function nextSuffix(before: string, following: Following, suffixes: readonly string[]): string {
  const stem = before ? `${before}/` : ''
  if (following === 'Summary' || following === '-*') return `${stem}${following}`
  const start = `${stem}${following}.`
  const numbers = suffixes
    .filter((suffix) => suffix.startsWith(start))
    .map((suffix) => Number.parseInt(suffix.slice(start.length), 10))
  return `${start}${Math.max(0, ...numbers) + 1}`
}

async function write(tx: Tx, symbol: DocumentSymbol, facts: DocumentFacts): Promise<boolean> {
  const { count } = await tx.document.createMany({
    data: [{ ...facts, ...symbol, symbol: printSymbol(symbol) }],
    skipDuplicates: true,
  })
  return count > 0
}
