// Compounds: words that a reader takes as one, though the segmenter sees several. A hyphenated word ("co-operate",
// "on-site"), a figure ("10,000", "1 000"), a figure with its measure ("72 hours", "5 per cent", "七天"), a date.

type Kind = 'number' | 'month' | 'measure' | 'word'
type Token = { from: number; until: number; kind: Kind }
export type Span = { from: number; until: number }

const LETTER = '(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}\\u00AD\\u200C\\u200D])'
const HYPHEN = "[-\\u2010-\\u2014/'’·&]"
const DIGITS_GO_ON = '(?<=\\p{Nd})(?:[.,:٫٬]|[ \\u00A0\\u202F](?=\\p{Nd}{3}(?!\\p{Nd})))(?=\\p{Nd})'
const HAN_NUMBER = '[〇零一二三四五六七八九十百千万亿两]+'
const HAN_MEASURE = '小时|分钟|秒|天|周|星期|个月|月|年|日|号|时|美元'
const TOKEN = new RegExp(
  `(${LETTER}+(?:(?:${HYPHEN}|${DIGITS_GO_ON})${LETTER}+)*%?)|(${HAN_NUMBER})|(${HAN_MEASURE})`,
  'gu',
)

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const NUMBERS = words(`
  one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty fifty sixty ninety
  un une deux trois quatre cinq sept huit neuf dix onze douze quatorze quinze vingt trente soixante
  uno una dos tres cuatro cinco seis siete ocho nueve diez once doce catorce quince veinte treinta sesenta noventa
  один одного два двух три трех трёх четыре четырех пять пяти шесть шести семь семи восемь девять десять десяти
  двенадцать пятнадцать двадцать тридцать тридцати шестьдесят девяносто
  واحد اثنان ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرين ثلاثين ستين تسعين`)
const MEASURES = words(`
  second seconds minute minutes hour hours day days week weeks month months year years percent million billion
  seconde secondes heure heures jour jours semaine semaines mois an ans année années million millions milliard milliards
  segundo segundos minuto minutos hora horas día días semana semanas mes meses año años millón millones
  секунд секунды минута минуты минут час часа часов день дня дней неделя недели недель месяц месяца месяцев
  год года лет процент процента процентов миллион миллиона миллионов миллиард миллиарда миллиардов
  دقيقة دقائق ساعة ساعات يوم يوما أيام أسبوع أسابيع شهر شهرا أشهر سنة سنوات عام عاما أعوام مليون بليون`)
const MONTHS = words(`
  January February March April May June July August September October November December
  janvier février mars avril mai juin juillet août septembre octobre novembre décembre
  enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  يناير فبراير مارس أبريل مايو يونيه يونيو يوليه يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
  كانون الثاني الأول تشرين شباط آذار نيسان أيار حزيران تموز آب أيلول`)

const IS_NUMBER = /^\p{Nd}/u
const GAP = /^[ \u00A0\u202F]?$/
const DATE_GAP = /^(?:,?[ \u00A0\u202F]|[ \u00A0\u202F](?:de|del)[ \u00A0\u202F])$/
const CENT_GAP = /^[ \u00A0\u202F](?:per|pour|por|في)[ \u00A0\u202F]$/
const CENT = words('cent ciento المائة')

/** The compounds of a plain or marked text in order. A single word is one; Chinese words between are none. */
export function compoundsOf(text: string): Span[] {
  const spans: Span[] = []
  let last: Token | null = null
  for (const match of text.matchAll(TOKEN)) {
    const token = tokenOf(match)
    const isHanMeasure = match[3] !== undefined
    const gap = last ? text.slice(last.until, token.from) : ''
    if (last && goesOn(last, gap, token, match[0])) spans.at(-1)!.until = token.until
    else if (isHanMeasure) {
      last = null
      continue
    } else spans.push({ from: token.from, until: token.until })
    last = token
  }
  return spans
}

function tokenOf(match: RegExpExecArray): Token {
  const [token, , hanNumber, hanMeasure] = match
  const from = match.index
  return { from, until: from + token.length, kind: kindOf(token, hanNumber, hanMeasure) }
}

function kindOf(
  token: string,
  hanNumber: string | undefined,
  hanMeasure: string | undefined,
): Kind {
  if (hanNumber !== undefined || IS_NUMBER.test(token)) return 'number'
  if (hanMeasure !== undefined) return 'measure'
  const lower = token.toLowerCase()
  if (NUMBERS.has(lower)) return 'number'
  if (MEASURES.has(lower)) return 'measure'
  return token.split('/').some((part) => MONTHS.has(part)) ? 'month' : 'word'
}

/** Whether two tokens are of one figure or one date. */
function goesOn(left: Token, gap: string, right: Token, word: string): boolean {
  if (left.kind === 'number' && CENT_GAP.test(gap) && CENT.has(word)) return true
  if (GAP.test(gap))
    return (
      (left.kind === 'number' && (right.kind === 'measure' || right.kind === 'month')) ||
      (left.kind === 'month' && (right.kind === 'number' || right.kind === 'month')) ||
      (gap === '' && left.kind === 'measure' && right.kind === 'number')
    )
  return (
    DATE_GAP.test(gap) &&
    ((left.kind === 'number' && right.kind === 'month') ||
      (left.kind === 'month' && right.kind === 'number'))
  )
}
