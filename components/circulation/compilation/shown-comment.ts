import { printSeatTime } from '@/lib/clock'
import { endSentences, timeAtSeat } from '@/lib/circulation/compilation/ends'
import { type MarkedRun, marks } from '@/lib/circulation/compilation/marks'
import type { CompiledComment } from '@/lib/circulation/compilation/views'
import { counts } from '@/lib/circulation/counting'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { writtenLanguage } from '@/lib/text/language'
import { translations } from '@/lib/messages'

/** A comment in words, as plain values without empty ones, since a page may have hundreds. */
export type ShownComment = {
  id: string
  name: string
  /** Its target, in a list of several targets. */
  lead?: string
  facts: string
  /** The language of its words if that is not English. */
  lang?: string
  /** That of its item, in which passage and wording are. */
  itemLang?: string
  /** Whether it came late, was entered for the delegation, or ended. */
  marks?: string[]
  replacedBy?: string
  /** It counts no more: its words are folded. */
  ended?: true
  passage?: string
  text?: string
  wording?: MarkedRun[]
  waits?: true
  draft?: { lead: string; outcome?: string; text: string }
  response?: { outcome: string; time: string; text?: string }
  /** Whether its wording stands in the consolidated list, or was removed from it again. */
  taken?: string
  reply?: { lead: string; time: string; text?: string }
}

/** The labels of a comment's parts. */
export type CommentWords = Record<'proposed' | 'replaced' | 'asItRead' | 'noResponse', string>

export function commentWords(): CommentWords {
  const t = translations('compilation')
  return {
    proposed: t('proposedWording'),
    replaced: t('replaced'),
    asItRead: t('asItRead'),
    noResponse: t('noResponse'),
  }
}

/** A comment with its proposed wording marked against the item, and its outcome. */
export function shownComment(
  comment: CompiledComment,
  item: { text: string; language: string },
  about: { lead?: string } = {},
): ShownComment {
  const tc = translations('comments')
  const { id, name, position, category, language, passage, text, wordingText } = comment
  const ends = endsOf(comment)
  const lang = writtenLanguage(text, language)
  return {
    id,
    name: withGroup(name, comment.onBehalf),
    ...about,
    facts: [
      tc(`positions.${position}`),
      tc(`categories.${category}`),
      timeAtSeat(comment.receivedAt),
    ].join(' · '),
    ...(lang !== 'en' && { lang }),
    ...(item.language !== 'en' && { itemLang: item.language }),
    ...(ends.length > 0 && { marks: ends }),
    ...(comment.replacedById && { replacedBy: comment.replacedById }),
    ...(!counts(comment) && { ended: true }),
    ...(passage && { passage }),
    ...(text && { text }),
    ...(wordingText !== null && { wording: marks(item.text, wordingText, item.language) }),
    ...becameOf(comment),
  }
}

function endsOf(comment: CompiledComment): string[] {
  const t = translations('compilation')
  const { late, enteredBySecretariat } = comment
  return [
    ...(late ? [t('late')] : []),
    ...(enteredBySecretariat ? [t('entered')] : []),
    ...endSentences(comment),
  ]
}

function becameOf(
  comment: CompiledComment,
): Pick<ShownComment, 'waits' | 'draft' | 'response' | 'taken' | 'reply'> {
  const t = translations('compilation')
  const { response, draft, name } = comment
  if (!response)
    return {
      ...(counts(comment) && { waits: true }),
      ...takenOf(draft),
      ...(draft && {
        draft: {
          lead: t('inTheMaking', { name: draft.writtenBy }),
          ...(draft.outcome && { outcome: t(`outcomes.${draft.outcome}`) }),
          text: draft.text,
        },
      }),
    }
  const { outcome, text, releasedAt, reply, replyText, repliedAt } = response
  return {
    response: {
      outcome: t(`outcomes.${outcome}`),
      time: timeAtSeat(releasedAt),
      ...(text && { text }),
    },
    ...takenOf(response),
    ...(reply &&
      repliedAt && {
        reply: {
          lead: t(`replies.${reply}`, { name }),
          time: timeAtSeat(repliedAt),
          ...(replyText && { text: replyText }),
        },
      }),
  }
}

function takenOf(
  response: { takenIntoId: string | null; takenBackAt: Date | null } | null,
): Pick<ShownComment, 'taken'> {
  const t = translations('compilation')
  if (response?.takenIntoId) return { taken: t('wordingTaken') }
  return response?.takenBackAt
    ? { taken: t('wordingTakenBack', { time: printSeatTime(response.takenBackAt) }) }
    : {}
}
