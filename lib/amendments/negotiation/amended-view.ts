import { withGroupAmong } from '@/lib/sessions/attribution/attribution'
import type { TextDocument } from '@/lib/text/document/document'
import { toMarked } from '@/lib/text/document/marked'
import { choicesOf } from '@/lib/text/weave/choices'
import type { Segment } from '@/lib/text/weave/weave'
import { type AmendmentLabel, carryAll } from '@/lib/amendments/carried'
import type { AmendmentView } from '@/lib/amendments/queries'
import { type Piece, type Place, wovenParagraphs } from './woven'

/** The amendments that a reader looks at: all, those of one State (as author or co-sponsor), or one. */
export type Shown =
  | { which: 'all' }
  | { which: 'state'; delegationId: string }
  | { which: 'one'; number: number }

/** Reads the choice from an address; an unknown one means all. */
export function readShown(choice: string | undefined): Shown {
  const [, kind, value] = /^(state|one)-([0-9a-f-]{1,36})$/.exec(choice ?? '') ?? []
  if (kind === 'state') return { which: 'state', delegationId: value! }
  const number = Number(value)
  return kind === 'one' && Number.isSafeInteger(number)
    ? { which: 'one', number }
    : { which: 'all' }
}

/** The same as the address has it. */
export const writeShown = (choice: Shown): string =>
  choice.which === 'all'
    ? ''
    : choice.which === 'state'
      ? `state-${choice.delegationId}`
      : `one-${choice.number}`

/** An amendment with how it stands on the latest text, and whether its words are in the weave. */
export type PlacedAmendment = AmendmentView & { label: AmendmentLabel; woven: boolean }

/** A text with its amendments woven in. */
type AmendedView = {
  amendments: PlacedAmendment[]
  /** Those that the reader chose, in their order. */
  chosen: PlacedAmendment[]
  /** How many of the chosen are in the weave. */
  wovenCount: number
  segments: Segment[]
  paragraphs: Piece[][]
  places: Place[]
}

/**
 * Weaves the chosen active amendments over the latest text. Withdrawn ones, those that the authors decided, and those
 * that no longer have a place in it, stay in the list and out of the weave.
 */
export function amendedView(
  text: { bodies: ReadonlyMap<number, TextDocument>; current: number; language: string },
  views: readonly AmendmentView[],
  choice: Shown,
): AmendedView {
  const carried = carryAll(text, views)
  const amendments = views.map((amendment, index): PlacedAmendment => {
    const { label, text: placedText } = carried[index]!
    return { ...amendment, label, woven: placedText !== null && waits(amendment) }
  })
  const chosen = amendments.filter((amendment) => isShown(amendment, choice))
  const texts = new Map(views.map((amendment, index) => [amendment.id, carried[index]!.text]))
  const amended = chosen.flatMap(({ id, woven }) => {
    const placedText = texts.get(id)
    return woven && typeof placedText === 'string' ? [{ id, text: placedText }] : []
  })
  const segments = choicesOf(toMarked(text.bodies.get(text.current)!), amended, text.language)
  return {
    amendments,
    chosen,
    wovenCount: amended.length,
    segments,
    ...wovenParagraphs(segments),
  }
}

/** Whether an amendment stands, in its latest version, and changes the text itself. */
const isOfText = ({ withdrawnAt, amends, replacedBy }: AmendmentView): boolean =>
  withdrawnAt === null && amends === null && replacedBy === null

/** Whether an amendment waits for the decision of the authors. */
export const waits = (amendment: AmendmentView): boolean =>
  isOfText(amendment) && amendment.decisions.length === 0

function isShown(amendment: AmendmentView, choice: Shown): boolean {
  if (choice.which === 'all') return true
  if (choice.which === 'one') return amendment.number === choice.number
  return supporters(amendment).some(({ delegationId }) => delegationId === choice.delegationId)
}

type Supported = Pick<AmendmentView, 'delegationId' | 'delegationName' | 'coSponsors'>

/** An amendment's author, then those who joined it. */
export const supporters = (amendment: Supported): { delegationId: string; name: string }[] => [
  { delegationId: amendment.delegationId, name: amendment.delegationName },
  ...amendment.coSponsors,
]

/** The names of all authors of these amendments, each once, with the group for which a State asks. */
export const namesOf = (
  by: readonly string[],
  amendments: readonly (Supported & Pick<AmendmentView, 'id' | 'onBehalf'>)[],
): string[] => [
  ...new Set(
    amendments
      .filter(({ id }) => by.includes(id))
      .flatMap((amendment) => [
        withGroupAmong(amendment.delegationName, amendment.onBehalf),
        ...amendment.coSponsors.map(({ name }) => name),
      ]),
  ),
]
