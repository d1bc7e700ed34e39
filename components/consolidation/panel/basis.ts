import { strengthText } from '@/components/consolidation/facts/strength-word'
import { ordinalWord } from '@/lib/clock'
import type { RewordingBasis, WordingBasis } from '@/lib/consolidation/desk/queries/wording-queries'
import { type DeskSource, placeOnList } from '@/lib/consolidation/views'
import { firstWords } from '@/lib/text/first-words'
import type { Decision } from '@/lib/decision'
import { translations } from '@/lib/messages'
import type { ProposalKind } from '@/lib/proposals/kinds'
import { listed } from '@/lib/text/apart'

/** A source beside the text that is made of it, in words. */
export type PanelSource = {
  id: string
  place: string
  names: string
  text: string
  language: string
  strength: string
}

/** The content of the panel at the desk, as the browser asks for it. */
export type PanelBasis = {
  sources: PanelSource[]
  language: string
  kind: ProposalKind
  heading: string
  text: string
  woven: string
  /** The questions that must be confirmed; '' for none. */
  strengthQuestion: string
  withdrawnQuestion: string
  /** The item that is reworded, and the reason why this person may not; null for a new item. */
  item: { number: string; wording: number; refusal: string } | null
}

/** The name of a ticked item with its row out of sight. */
export const labelOf = (source: DeskSource): string =>
  `${placeText(source)}: ${firstWords(source.text)}`

const placeText = (source: DeskSource): string =>
  `${translations('consolidation')('sessionOf', { session: ordinalWord(source.sessionOrdinal) })}, ${placeOnList(source)}`

/** The basis of a new item, or of a rewording with the policy's answer, in words. */
export function panelBasis(
  basis: WordingBasis | RewordingBasis,
  rewording: Decision | null = null,
): PanelBasis {
  const t = translations('consolidation')
  const { sources, language, kind, heading, woven, apart, withdrawn } = basis
  const isNew = !('item' in basis)
  return {
    sources: sources.map((source) => ({
      id: source.id,
      place: placeText(source),
      names: listed(source.attribution),
      text: source.text,
      language: source.language,
      strength: strengthText(source.strength),
    })),
    language,
    kind,
    heading,
    woven,
    text: isNew ? woven : basis.text,
    strengthQuestion: isNew && apart ? t('strength.question', apart) : '',
    withdrawnQuestion: isNew && withdrawn > 0 ? t('withdrawnQuestion', { items: withdrawn }) : '',
    item: isNew
      ? null
      : {
          number: basis.item.number,
          wording: basis.item.wording,
          refusal:
            rewording && !rewording.allowed
              ? translations('refusals')(rewording.key, rewording.values)
              : '',
        },
  }
}
