import type { CommentCategory, CommentPosition } from '@/lib/comments/kinds'
import { folded } from '@/lib/circulation/forms/reading/recognize'

/** A pattern over folded words: its letters are folded as the words are. */
const phrases = (...parts: string[]): RegExp =>
  new RegExp(
    parts
      .map((part) => part.normalize('NFKD').replace(/[\p{M}\u0640]/gu, ''))
      .map((part) => part.replace(/[أإآ]/g, 'ا'))
      .join('|'),
    'u',
  )

// Phrases that say a position. A guess: a person confirms each. Where a negation stands before such words in another way
// than these phrases know, nothing is guessed.
const BETWEEN =
  '(?: (?:be|been|yet|currently|presently|therefore|to|at this stage|in a position to))*'
const AGAINST = phrases(
  `(?<![\\p{L}])(?:not|cannot|unable|never|no longer)${BETWEEN} (?:support|accept|agree|endorse|approve)\\p{L}*(?! that)`,
  '(?<![\\p{L}])(?:ne |n )(?:(?:peut|peuvent|pouvons|saurait) pas )?(?:appu|sout|accept|approuv|souscri)\\p{L}*',
  '(?:(?:ne|n) \\p{L}+ )?pas en mesure d(?:e |’| )?(?:appuyer|accepter|soutenir|approuver)',
  '(?<![\\p{L}])no (?:(?:puede|podemos|pueden|podría) )?(?:apoya|acepta|respalda|aprueba)\\p{L}*',
  'не (?:(?:может|можем|могут|готов\\p{L}*) )?(?:поддерж|соглас|приемл|одобр)\\p{L}*',
  '(?:不|不能|无法|不予)(?:支持|接受|同意|赞成|赞同)',
  'لا (?:(?:نستطيع|تستطيع|يستطيع|يمكن\\p{L}*|يسع\\p{L}*) )?(?:ان )?(?:نؤيد|تؤيد|يؤيد|نقبل|تقبل|يقبل|نوافق|توافق|يوافق)',
)
const OPPOSES = phrases(
  '(?<![\\p{L}])(?:oppose[sd]?|objects? to|s’?oppose\\p{L}*|se opone\\p{L}*)(?![\\p{L}])',
  'возража\\p{L}*',
  '反对',
  '(?<![\\p{L}])(?:نعارض|تعارض|يعارض)',
)
const RESERVES = phrases(
  '(?<![\\p{L}])(?:reserve[sd]? (?:its|our|their|the) (?:position|right)|reservations?|reserv\\p{L}* (?:sa|notre|leur|su|nuestra) (?:position|posicion))(?![\\p{L}])',
  'оговорк\\p{L}*|резервиру\\p{L}*',
  '保留',
  'نتحفظ|تتحفظ|يتحفظ|تحفظ',
)
const FOR = [
  '(?:^|(?<![\\p{L}])(?:we|i|can|could|would|fully|strongly|firmly|also|generally|therefore|and|(?:happy|pleased|ready|able|glad|prepared) to) )support(?! (?:services?|measures?|mechanisms?|systems?|to|for|from)\\b)(?![\\p{L}])',
  '(?<![\\p{L}])(?:supports|supported|supportive|agrees?(?! that)|welcomes?|in favou?r|can accept|accepts|endorses?)(?![\\p{L}])',
  '(?<![\\p{L}])(?:appui(?:e|ent|es)|appuyons|soutient|soutenons|soutiennent|approuve|approuvons|souscri\\p{L}+)(?![\\p{L}])',
  '(?<![\\p{L}])(?:apoya|apoyamos|apoyan|respalda|respaldamos|acoge con beneplacito)(?![\\p{L}])',
  'поддержива\\p{L}*|приветству\\p{L}*',
  '支持|赞成|赞同|同意|欢迎',
  '(?<![\\p{L}])(?:نؤيد|تؤيد|يؤيد|نرحب|ترحب|يرحب)',
].join('|')
const BUT =
  '(?<![\\p{L}])(?:but|however|except|unless|provided|subject to|on condition|as amended|with (?:the|a|an|some|one|following|minor)|if|sous reserve|mais|a condition|pourvu que|avec (?:une|des|les|la) |siempre que|pero|con (?:un|una|los|las|algun\\p{L}*|cambios?|modificaci\\p{L}*)|sujeto a|si|с (?:поправк|изменени|оговорк)|при условии|если|но )|但|修改|前提|条件|(?<![\\p{L}])(?:مع تعديل|مع بعض|شريطة|بشرط|ولكن|لكن|رهنا)'
const WITH_CHANGE = phrases(`(?:${FOR}).{0,80}(?:${BUT})`, '(?<![\\p{L}])could support')
const SUPPORTS = phrases(FOR)
const NEGATION = phrases(
  '(?<![\\p{L}])(?:not|no(?! \\p{N})|cannot|unable|never|neither|nor|without|fail\\p{L}*|difficult\\p{L}*|hesitat\\p{L}*|reluctan\\p{L}*|(?:don|doesn|can|won|wouldn|couldn) t|ne|n|pas|sans|ni|tampoco|sin|не|нет|ни|без|لا|لم|لن|ليس\\p{L}*|ليست|غير|دون|بدون)(?![\\p{L}])|不|没|未|无',
)
const QUESTION = /[?？؟]\s*$/

const CLOSING = phrases(
  'avails? (?:itself|himself|herself|myself|themselves) of this opportunity',
  'assurances? of (?:its|his|her|my|their|our) (?:highest|high|most distinguished) consideration',
  '^(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best) regards|sincerely|respectfully)\\P{L}*$',
  'saisit (?:cette|l) ?’?occasion pour (?:lui |vous )?renouveler',
  'assurances? de (?:sa|ma|leur|notre) (?:tres |plus )?haute consideration',
  'aprovecha (?:esta|la) oportunidad para (?:reiterar|renovar)',
  'seguridades? de su (?:mas )?(?:alta|distinguida) consideracion',
  'пользуется (?:этим |настоящим )?случаем',
  'уверения в (?:\\p{L}+ ){1,3}уважении',
  '顺致(?:最)?崇高(?:的)?敬意|致以(?:最)?崇高(?:的)?敬意',
  'تغتنم هذه الفرصة|(?:فائق|اسمى) (?:عبارات )?(?:الاحترام|التقدير|الاعتبار)',
)

/** Whether a paragraph is the closing formula of a note or letter, in one of the six languages. */
export const isClosing = (text: string): boolean =>
  text.length <= LONGEST_CLOSING && CLOSING.test(folded(text))

const LONGEST_CLOSING = 600

/** The letters before a phrase in which a negation turns it round. */
const REACH = 60

/** Whether a negation stands before the first such words of a text, or before any of them; null if it has none. */
function isNegated(words: string, pattern: RegExp, which: 'first' | 'any' = 'any'): boolean | null {
  const places = [...words.matchAll(new RegExp(pattern, 'gu'))]
  if (places.length === 0) return null
  return places
    .slice(0, which === 'first' ? 1 : undefined)
    .some(({ index }) => NEGATION.test(words.slice(Math.max(0, index - REACH), index)))
}

/** The position that a text seems to state, if it states one; `isUnclear` if it says one in words that may mean another. */
export function positionSaid(text: string): {
  position: CommentPosition | null
  isUnclear: boolean
} {
  const words = folded(text.slice(0, 600))
  const negatedAgainst = isNegated(words, AGAINST, 'first')
  if (negatedAgainst === false) return { position: 'doesNotSupport', isUnclear: false }
  if (negatedAgainst) return { position: null, isUnclear: true }
  const guesses: [CommentPosition, RegExp][] = [
    ['doesNotSupport', OPPOSES],
    ['reserves', RESERVES],
    ['supportsWithChange', WITH_CHANGE],
    ['supports', SUPPORTS],
  ]
  for (const [position, pattern] of guesses) {
    const negated = isNegated(words, pattern)
    if (negated === null) continue
    return negated ? { position: null, isUnclear: true } : { position, isUnclear: false }
  }
  return { position: QUESTION.test(text.slice(-20)) ? 'question' : null, isUnclear: false }
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
