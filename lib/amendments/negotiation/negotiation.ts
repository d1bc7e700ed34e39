import { sortKey } from '@/lib/delegations/names/sort-key'
import type { TextDocument } from '@/lib/text/document/document'
import { latinOf } from '@/lib/text/latin'
import { fromMarked } from '@/lib/text/document/marked'
import {
  isAgreed,
  negotiationText,
  openParagraphs,
  openWords,
  type Version,
} from '@/lib/text/weave/negotiation'
import type { Segment } from '@/lib/text/weave/weave'
import { namesOf } from './amended-view'
import type { AmendmentView } from '@/lib/amendments/queries'

/** The form of a text under negotiation: open words within it, or whole paragraphs with bis, ter … */
const negotiationForms = ['words', 'paragraphs'] as const
export type NegotiationForm = (typeof negotiationForms)[number]

/** The choice in an address; an unknown one means open words, with the names of the authors. */
export const readNegotiation = (search: {
  form?: string | undefined
  names?: string | undefined
}): { form: NegotiationForm; names: boolean } => ({
  form: negotiationForms.find((form) => form === search.form) ?? 'words',
  names: search.names !== 'without',
})

/** A paragraph of the text, or one of its versions: "2." and then "2. bis", which take no number of their own. */
export type NegotiationEntry = { number: number; version: number; document: TextDocument }

/** The sentences of who asked: for other words, or for none. */
type Attribution = { asks: (names: string) => string; deletes: (names: string) => string }

/**
 * A woven text as a negotiation draft (domain.md 2.2): all versions in square brackets, behind each the States that
 * asked for it in English alphabetical order, or no names if `attribution` is null.
 */
export function negotiationDraft(
  segments: readonly Segment[],
  amendments: readonly AmendmentView[],
  form: NegotiationForm,
  attribution: Attribution | null,
): NegotiationEntry[] {
  const labelOf = ({ text, by }: Version): string => {
    if (!attribution || by.length === 0) return ''
    const names = namesOf(by, amendments)
      .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
      .join(', ')
    return text.trim() === '' ? attribution.deletes(names) : attribution.asks(names)
  }
  if (form === 'words') return entriesOf(negotiationText(openWords(segments), labelOf), 0, 1)
  const entries: NegotiationEntry[] = []
  for (const passage of openParagraphs(segments)) {
    const number = entries.at(-1)?.number ?? 0
    if (passage.kind === 'agreed') entries.push(...entriesOf(passage.text, number, 1))
    else
      passage.versions.forEach((version, index) => {
        const wording = negotiationText([{ kind: 'open', versions: [version] }], labelOf).trim()
        if (wording !== '')
          entries.push({ number: number + 1, version: index + 1, document: fromMarked(wording) })
      })
  }
  return entries
}

/** Whether no words of a woven text are open. */
export const hasNothingOpen = (segments: readonly Segment[]): boolean =>
  isAgreed(openWords(segments))

function entriesOf(marked: string, before: number, version: number): NegotiationEntry[] {
  return fromMarked(marked)
    .content.filter((paragraph) => paragraph.content !== undefined)
    .map((paragraph, index) => ({
      number: before + index + 1,
      version,
      document: { type: 'doc', content: [paragraph] },
    }))
}

/** "2" or "2 bis". */
export const entryLabel = ({ number, version }: NegotiationEntry): string =>
  [`${number}`, latinOf(version)].filter(Boolean).join(' ')
