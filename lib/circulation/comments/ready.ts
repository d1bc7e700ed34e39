import { findPassage } from '@/lib/comments/passage'
import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import type { EntityKind } from '@/lib/delegations/kinds'
import { requireAllowed } from '@/lib/decision'
import { Refused } from '@/lib/errors'
import { isBlank } from '@/lib/text/characters'
import { firstWords } from '@/lib/text/first-words'
import { plainText, type TextDocument } from '@/lib/text/document/document'
import { isStated } from './kinds'
import { canTakePosition } from './policy'
import type { CirculatedItem, Targeted } from './targets'

/** A comment in hand, with the fields for its release check. */
export type InHand = Targeted & {
  id: string
  subject: string
  passage: string
  passageStart: number | null
  category: CommentCategory
  position: CommentPosition | null
  language: string
  text: string
  wording: TextDocument | null
}

/** Its released form. */
export type Ready = Targeted & {
  id: string
  subject: string
  passageStart: number | null
  passageEnd: number | null
  passageText: string | null
  category: CommentCategory
  position: CommentPosition
  language: string
  text: string
  wording: TextDocument | null
  wordingText: string | null
}

type Setting = { kind: EntityKind; observersMayTakePosition: boolean }

/**
 * The released content of each draft. Refuses, and names the item, if a position is missing or not allowed, if a
 * comment is empty, if the passage is not in the item's text, and if two drafts take a position on one item.
 */
export function readyForRelease(
  drafts: readonly InHand[],
  items: ReadonlyMap<string, CirculatedItem>,
  setting: Setting,
): Ready[] {
  const ready = drafts.map((draft) => readyOne(draft, items.get(draft.itemId ?? ''), setting))
  const itemIds = new Set<string>()
  for (const { itemId, position } of ready) {
    if (itemId === null || !isStated(position)) continue
    if (itemIds.has(itemId))
      throw new Refused('conflict', 'twoPositions', { item: items.get(itemId)?.name ?? '' })
    itemIds.add(itemId)
  }
  return ready
}

function readyOne(draft: InHand, item: CirculatedItem | undefined, setting: Setting): Ready {
  const { passage, passageStart: at, position, text, wording, ...same } = draft
  const where = { item: item?.name ?? draft.subject }
  const isOf = item ? 'item' : 'other'
  const refuse = (key: string, field?: string): never => {
    throw new Refused('invalid', `${key}.${isOf}`, where, field)
  }
  if (position === null) return refuse('positionMissing', 'position')
  requireAllowed(canTakePosition(setting.kind, position, setting))
  const isSilent = isBlank(text) && wording === null
  if (isSilent && position === 'none') return refuse('commentEmpty', 'text')
  if (isSilent && position === 'supportsWithChange') return refuse('changeNotSaid', 'text')
  if (isSilent && position === 'question') return refuse('commentEmpty', 'text')
  if (draft.target === 'other' && isBlank(draft.subject)) return refuse('subjectMissing', 'subject')
  return {
    ...same,
    position,
    text: isBlank(text) ? '' : text,
    wording,
    wordingText: wording && plainText(wording),
    ...passageIn(item, passage, at),
  }
}

function passageIn(item: CirculatedItem | undefined, passage: string, at: number | null) {
  if (!item || isBlank(passage)) return { passageStart: null, passageEnd: null, passageText: null }
  const place = findPassage(item.text, passage, at)
  const where = { item: item.name, words: firstWords(passage) }
  if (place === 'absent') throw new Refused('invalid', 'passageNotFoundOn', where, 'passage')
  if (place === 'ambiguous') throw new Refused('invalid', 'passageAmbiguousOn', where, 'passage')
  return {
    passageStart: place.start,
    passageEnd: place.end,
    passageText: item.text.slice(place.start, place.end),
  }
}

/** The words of which the hash of a comment is made: its text, then its wording. */
export const hashedWords = ({ text, wordingText }: Pick<Ready, 'text' | 'wordingText'>): string =>
  wordingText === null ? text : `${text}\n\n${wordingText}`
