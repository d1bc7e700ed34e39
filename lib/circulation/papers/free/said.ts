import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import { folded } from '@/lib/circulation/forms/reading/recognize'

// Phrases that say a position, the plainest first. A guess: a person confirms each.
const POSITIONS: [CommentPosition, RegExp][] = [
  [
    'doesNotSupport',
    /\b(?:(?:do|does|can|could) ?not (?:support|accept|agree)|cannot (?:support|accept|agree)|oppose[sd]?|object[s]? to|not in a position to (?:support|accept)|ne (?:peut|pouvons|peuvent) pas (?:appuyer|accepter|soutenir)|n appu\p{L}+ pas|s oppose|no (?:apoya|apoyamos|puede aceptar)|se opone)\b|не (?:поддержива|може)|возража|不支持|不能接受|反对|لا (?:تؤيد|نؤيد|يمكن)|تعارض/u,
  ],
  [
    'reserves',
    /\b(?:reserve[sd]? (?:its|our|their|the)|reservations?|reserve sa position|reserva su posicion)\b|оговорк|保留|تتحفظ|تحفظ/u,
  ],
  [
    'supportsWithChange',
    /\b(?:(?:support|supports|agree|agrees|accept)\b.{0,80}\b(?:but|provided|subject to|with (?:the|a|some|one|following|minor)|if)\b|could support|appu\p{L}+.{0,60}sous reserve|apoya\p{L}*.{0,60}(?:con|siempre que))/u,
  ],
  [
    'supports',
    /\b(?:support|supports|supported|agree|agrees|welcome|welcomes|in favou?r|can accept|endorse|endorses|appuie|appuyons|soutient|soutenons|approuve|apoya|apoyamos|respalda|acoge con beneplacito)\b|поддержива|приветству|支持|赞成|同意|欢迎|نؤيد|تؤيد|نرحب|ترحب/u,
  ],
]
const QUESTION = /[?？؟]\s*$/

/** The position that a text seems to state; null if it states none. */
export function positionIn(text: string): CommentPosition | null {
  const words = folded(text.slice(0, 600))
  const position = POSITIONS.find(([, phrases]) => phrases.test(words))?.[0]
  return position ?? (QUESTION.test(text.slice(-20)) ? 'question' : null)
}

const CATEGORIES: [CommentCategory, RegExp][] = [
  [
    'translation',
    /\b(?:translation|translated|traduction|traduccion)\b|перевод|翻译|译文|ترجمه|ترجمة/u,
  ],
  [
    'editorial',
    /\b(?:typo|typographical|spelling|comma|editorial|grammatical|redactionnel\p{L}*|orthograph\p{L}*|ortograf\p{L}*|redaccion)\b|редакцион|опечатк|错别字|编辑性|تحريري/u,
  ],
  ['technical', /\b(?:technical|technique|tecnic[oa])\b|техническ|技术性|تقني/u],
]

/** The category that the words of a comment hint at; null if they hint at none. */
export const categoryIn = (text: string): CommentCategory | null => {
  const words = folded(text.slice(0, 400))
  return CATEGORIES.find(([, hints]) => hints.test(words))?.[0] ?? null
}
