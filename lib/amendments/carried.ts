import { Refused } from '@/lib/errors'
import { parseDocument, type TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { type Rebased, rebase } from '@/lib/text/weave/rebase'

/** The state of a released amendment on the latest text; `unreadable` if its row can't be read as a text. */
const amendmentLabels = [
  'applies',
  'needsAttention',
  'alreadyIncluded',
  'noLongerApplies',
  'deletesText',
  'unreadable',
] as const
export type AmendmentLabel = (typeof amendmentLabels)[number]

const labelOf: Record<Rebased['state'], AmendmentLabel> = {
  clean: 'applies',
  'needs-attention': 'needsAttention',
  'already-included': 'alreadyIncluded',
  obsolete: 'noLongerApplies',
}

/** An amendment over the latest text: its label, and the marked text to be woven, if it takes part. */
export type Carried = { label: AmendmentLabel; text: string | null }

/** The texts of a proposal by revision, and which of them is the latest. */
export type Revised = {
  bodies: ReadonlyMap<number, TextDocument>
  current: number
  language: string
}

/**
 * Carries amendments from their revisions over to the latest one. Those that apply take part in the weave (one that
 * deletes the whole text does not: it would touch every other), and those that need attention if there is a place for
 * their words. One that can't be read is labelled so and hinders no other. Returns them in the order given.
 */
export function carryAll(
  { bodies, current, language }: Revised,
  amendments: readonly { revisionNumber: number; body: unknown }[],
): Carried[] {
  const texts = new Map([...bodies].map(([number, body]) => [number, toMarked(body)]))
  const next = texts.get(current)
  return amendments.map(({ revisionNumber, body }): Carried => {
    const base = texts.get(revisionNumber)
    const amended = markedOf(body, language)
    if (next === undefined || base === undefined || amended === null)
      return { label: 'unreadable', text: null }
    if (amended === '') return { label: 'deletesText', text: null }
    const { state, text } = rebase(base, amended, next, language)
    const label = labelOf[state]
    // Without a place the text is the amendment as it was, and would undo the revision.
    const isPlaced = state === 'clean' || (state === 'needs-attention' && text !== amended)
    return { label, text: isPlaced ? text : null }
  })
}

function markedOf(body: unknown, locale: string): string | null {
  try {
    return toMarked(parseDocument(body, { locale, allowEmpty: true }))
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
