import { createHash } from 'node:crypto'
import { oneLine } from '@/lib/text/one-line'
import { type Answer, type FormLine, type FormPaper, type FormTarget, formTargets } from './form'

/**
 * A row's identifier, in a place that people do not edit. `said` is the mark of what the delegation had said on the line
 * when the form was made; a bookmark has no room for it, and older forms have none.
 */
export type RowIdentifier = { target: FormTarget; id: string; hash: string; said?: string }

/** A form's identifier. `version` is a hash over its lines. */
export type FormIdentifier = { circulationId: string; delegationId: string; version: string }

const HASH = 10
const UUID_LETTERS = 25

// Names of bookmarks have at most 40 letters, digits and underscores, and no difference between cases.
const ROW = /\bs1([ihlc])([0-9a-z]{25})_([0-9a-f]{10})(?:-([0-9a-f]{10}))?(?![0-9a-z_])/gi
const FORM = /\bf1([0-9a-z]{25})_([0-9a-z]{25})_([0-9a-f]{10})(?![0-9a-z_])/i

const shortened = (uuid: string): string =>
  BigInt(`0x${uuid.replaceAll('-', '')}`)
    .toString(36)
    .padStart(UUID_LETTERS, '0')

const LARGEST = 1n << 128n

function lengthened(short: string): string | null {
  const number = Array.from(short.toLowerCase()).reduce(
    (sum, letter) => sum * 36n + BigInt(parseInt(letter, 36)),
    0n,
  )
  if (number >= LARGEST) return null
  const hex = number.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The identifier of a line as letters and digits: the name of a bookmark, hidden words, a hidden cell. */
export const rowIdentifier = ({ target, id, hash }: Pick<FormLine, 'target' | 'id' | 'hash'>) =>
  `s1${target[0]}${shortened(id)}_${hash.slice(0, HASH)}`

/** The same with the mark of what the delegation has said so far: hidden words, a hidden cell. */
export const rowIdentifierWithSaid = (
  line: Pick<FormLine, 'target' | 'id' | 'hash' | 'said'>,
): string => `${rowIdentifier(line)}-${line.said}`

/** The mark of an answer: equal for answers that say the same on the same line. */
export const markOf = (answer: Answer | null): string =>
  createHash('sha256')
    .update(
      [
        answer?.category ?? '',
        answer?.position ?? '',
        oneLine(answer?.text ?? ''),
        oneLine(answer?.wording ?? ''),
      ].join('\n'),
    )
    .digest('hex')
    .slice(0, HASH)

export const formIdentifier = (paper: FormPaper): string =>
  `f1${shortened(paper.circulationId)}_${shortened(paper.delegationId)}_${versionOf(paper.lines)}`

/** A hash over the identifiers of the lines: it differs if lists were added or changed since. */
export const versionOf = (lines: readonly Pick<FormLine, 'target' | 'id' | 'hash'>[]): string =>
  createHash('sha256').update(lines.map(rowIdentifier).join(' ')).digest('hex').slice(0, HASH)

/** All identifiers of lines in a piece of text, each once, in their order. */
export function rowIdentifiersIn(text: string): RowIdentifier[] {
  const identifiers = new Map<string, RowIdentifier>()
  for (const [, letter, short, hash, said] of text.matchAll(ROW)) {
    const target = formTargets.find((name) => name.startsWith(letter!.toLowerCase()))
    const id = lengthened(short!)
    if (!target || !id) continue
    const key = [target, id, hash!.toLowerCase()].join(' ')
    const found = identifiers.get(key) ?? { target, id, hash: hash!.toLowerCase() }
    identifiers.set(key, said ? { ...found, said: said.toLowerCase() } : found)
  }
  return [...identifiers.values()]
}

/** Whether a row's hash is that of the text of today. */
export const isOfText = (row: RowIdentifier, hash: string): boolean => hash.startsWith(row.hash)

/** Whether a text is nothing but the identifier of a line. */
export const isRowIdentifier = (text: string): boolean =>
  rowIdentifiersIn(text).length === 1 && withoutIdentifiers(text).trim() === ''

export function formIdentifierIn(text: string): FormIdentifier | null {
  const [, circulation, delegation, version] = FORM.exec(text) ?? []
  const circulationId = circulation && lengthened(circulation)
  const delegationId = delegation && lengthened(delegation)
  if (!circulationId || !delegationId) return null
  return { circulationId, delegationId, version: version!.toLowerCase() }
}

/** The text without its identifiers. */
export const withoutIdentifiers = (text: string): string => text.replace(ROW, '').replace(FORM, '')
