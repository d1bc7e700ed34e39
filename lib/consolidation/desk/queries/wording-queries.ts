import 'server-only'
import type { SignedIn } from '@/lib/delegations/actor'
import { type Strength, strength } from '@/lib/consolidation/strength/strength'
import { strengthsApart, type StrengthsApart } from '@/lib/consolidation/strength/compare'
import { itemNumber } from '@/lib/proposals/preliminary-list/item-number'
import { canReadDesk } from '@/lib/consolidation/policy'
import { wovenText } from '@/lib/consolidation/provenance/woven'
import type { ConsolidatedItemView, DeskSource } from '@/lib/consolidation/views'
import { assertFound } from '@/lib/errors'
import type { ProposalKind } from '@/lib/proposals/kinds'
import type { SessionView } from '@/lib/sessions/session-view'
import { getConsolidatedItem } from './item-queries'
import { getSources } from './source-queries'

/** The basis for wording an item at the desk: its sources, and the text to start from. */
export type WordingBasis = {
  sources: (DeskSource & { strength: Strength | null })[]
  language: string
  kind: ProposalKind
  /** The title of the heading that the first source has on its own list. */
  heading: string
  /** The texts of the sources, woven into one. */
  woven: string
  /** The distance between the verbs of the sources, if it must be confirmed. */
  apart: StrengthsApart | null
  withdrawn: number
}

/** For a new item of these sources. For those who read the desk. */
export async function getWordingBasis(
  actor: SignedIn,
  session: SessionView,
  ids: readonly string[],
): Promise<WordingBasis> {
  return basisOf(await getSources(actor, session, ids))
}

/** An item that is to be reworded: its present text, and whether nobody worded it yet. */
export type RewordingBasis = WordingBasis & {
  item: Pick<ConsolidatedItemView, 'id' | 'wording' | 'text' | 'status' | 'objections'> & {
    number: string
  }
  /** The text from which to go on: the woven sources as long as the item reads as one of them. */
  text: string
}

/** For an item of the list. For those who read the desk. */
export async function getRewordingBasis(
  actor: SignedIn,
  session: SessionView,
  id: string,
): Promise<RewordingBasis> {
  assertFound(canReadDesk(actor, session.id))
  const item = await getConsolidatedItem(actor, session, id)
  const basis = basisOf(item.from)
  const { wording, text, status, objections, language, kind } = item
  const isUnworded = wording === 1 && item.from.some((source) => source.text === text)
  return {
    ...basis,
    language,
    kind,
    item: { id, wording, text, status, objections, number: itemNumber(item) },
    text: isUnworded ? basis.woven : text,
  }
}

function basisOf(sources: readonly DeskSource[]): WordingBasis {
  const texts = sources.map(({ text }) => text)
  const [first] = sources
  const language = first?.language ?? 'en'
  return {
    sources: sources.map((source) => ({ ...source, strength: strength(source.text) })),
    language,
    kind: first?.kind ?? 'recommendation',
    heading: first?.heading ?? '',
    woven: wovenText(texts, language),
    apart: strengthsApart(texts),
    withdrawn: sources.filter(({ withdrawn }) => withdrawn).length,
  }
}
