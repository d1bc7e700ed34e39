import {
  type CommentCategory,
  type CommentPosition,
  commentCategories,
  commentPositions,
} from '@/lib/comments/kinds'

/** Lower case, without accents, Arabic vowel signs, articles of signs and doubled spaces: as two words are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

// The words of the six languages and of the templates of standards bodies ("ge", "te", "ed").
const CATEGORIES: Record<CommentCategory, string> = {
  general: 'general|ge|gen|générale|général|generale|общий|общая|общее|一般|总体|一般性|عام|عامة',
  substantive:
    'substantive|substance|major|de fond|fond|sustantivo|sustantiva|de fondo|fondo|по существу|существенный|существенное|существенная|实质|实质性|实质性的|موضوعي|موضوعية|جوهري|جوهرية',
  technical:
    'technical|te|tech|technique|técnico|técnica|технический|техническая|техническое|技术|技术性|技术性的|تقني|تقنية|فني|فنية',
  editorial:
    'editorial|ed|edit|minor|drafting|rédactionnel|rédactionnelle|rédaction|editorial|de redacción|redacción|de forma|редакционный|редакционная|редакционное|编辑|编辑性|文字|文字性|تحريري|تحريرية',
  translation:
    'translation|tr|traduction|linguistique|traducción|перевод|переводческий|翻译|翻译问题|译文|ترجمة|الترجمة',
}

const POSITIONS: Record<CommentPosition, string> = {
  supports:
    'supports|support|supported|supportive|agree|agrees|agreed|in favour|in favor|accept|accepts|yes|approves|soutient|appui|appuie|favorable|pour|d’accord|oui|approuve|apoya|apoyo|a favor|de acuerdo|sí|acepta|поддерживает|поддерживаем|поддержка|за|согласен|согласны|支持|同意|赞成|赞同|يؤيد|تؤيد|نؤيد|تأييد|موافق|موافقة',
  supportsWithChange:
    'supports with a change|supports with changes|support with a change|support with changes|supports with change|support with amendment|support with amendments|supports with amendment|supports with amendments|agree with changes|supports as amended|soutient avec une modification|soutient avec modification|appuie avec une modification|appuie avec modification|appuie avec modifications|appuie avec des modifications|soutient avec modifications|soutient avec des modifications|favorable avec modification|appui avec modifications|apoya con cambios|apoya con un cambio|apoyo con cambios|apoya con modificaciones|поддерживает с изменением|поддерживает с изменениями|поддерживает с поправкой|поддерживает с поправками|支持但需修改|支持并修改|修改后支持|附修改支持|يؤيد مع تعديل|تؤيد مع تعديل|تأييد مع تعديل|تؤيد مع تعديلات',
  reserves:
    'reserves|reserves its position|reserve|reservation|reservations|reserved|réserve sa position|réserve|réserves|se réserve|reserva su posición|reserva|se reserva su posición|резервирует позицию|резервирует свою позицию|оговорка|оставляет за собой|保留|保留立场|保留意见|يتحفظ|تتحفظ|تحفظ|تحتفظ بموقفها',
  doesNotSupport:
    'does not support|do not support|not supported|opposes|oppose|opposed|against|disagree|disagrees|objects|reject|rejects|no|cannot support|ne soutient pas|n’appuie pas|opposé|opposée|contre|non|défavorable|no apoya|se opone|en contra|no acepta|не поддерживает|не поддерживаем|против|возражает|不支持|反对|不同意|不赞成|لا يؤيد|لا تؤيد|يعارض|تعارض|معارضة|غير موافق',
  question:
    'question|asks|query|clarification|clarification requested|demande|éclaircissement|pregunta|aclaración|вопрос|разъяснение|问题|疑问|提问|سؤال|استفسار|يسأل',
  none: 'none|no position|neutral|sans position|aucune|neutre|ninguna|sin posición|neutral|нет|нет позиции|без позиции|нейтральная|无|没有|中立|无立场|لا يوجد|بدون موقف|محايد',
}

const index = <Kind extends string>(words: Record<Kind, string>): Map<string, Kind> =>
  new Map(
    Object.entries<string>(words).flatMap(([kind, list]) =>
      [...list.split('|'), kind].map((word): [string, Kind] => [folded(word), kind as Kind]),
    ),
  )

const CATEGORY = index(CATEGORIES)
const POSITION = index(POSITIONS)

/** The content of a cell of category and position; missing parts are null, and `unknown` are its words. */
type Recognized = {
  categories: CommentCategory[]
  positions: CommentPosition[]
  unknown: string
}

/**
 * Reads the category and the position out of a cell, in any of the six languages. A cell may name several; the words that
 * are neither are `unknown`.
 */
export function recognize(cell: string): Recognized {
  const out: Recognized = { categories: [], positions: [], unknown: '' }
  const whole = folded(cell)
  if (whole === '') return out
  const parts = isKnown(whole)
    ? [whole]
    : cell.split(/[,;/\n、，；،؛+&|]+|\s(?:and|et|y|и|or|ou|o)\s|和|\sو/u)
  const unknown: string[] = []
  for (const part of parts) {
    const word = folded(part)
    const category = CATEGORY.get(word)
    const position = POSITION.get(word)
    if (category) out.categories.push(category)
    else if (position) out.positions.push(position)
    else if (word !== '') unknown.push(part.trim())
  }
  out.categories = commentCategories.filter((category) => out.categories.includes(category))
  out.positions = commentPositions.filter((position) => out.positions.includes(position))
  out.unknown = unknown.join(', ')
  return out
}

const isKnown = (word: string): boolean => CATEGORY.has(word) || POSITION.has(word)
