// Ordinals of sessions as papers write them, the first to the tenth. English ones come from the clock.
const FRENCH =
  'première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième'
const SPANISH = 'primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo'
const SPANISH_F = 'primera segunda tercera cuarta quinta sexta séptima octava novena décima'
const RUSSIAN = 'перв втор трет четверт пят шест седьм восьм девят десят'
const CHINESE = '一 二 三 四 五 六 七 八 九 十'
const ARABIC = 'الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة'
const ARABIC_M = 'الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'

const nth = (words: string, ordinal: number): string | undefined => words.split(' ')[ordinal - 1]

/** The endings of an ordinal with "session" in Russian; that of the third is its own. */
const russian = (stem: string): string[] =>
  (stem === 'трет' ? ['ья', 'ьей'] : ['ая', 'ой']).map(
    (ending, at) => `${stem}${ending} ${at === 0 ? 'сессия' : 'сессии'}`,
  )

/** The names of a session in French, Spanish, Russian, Chinese and Arabic, as a paper may name its list by them. */
export function sessionNames(ordinal: number): string[] {
  const [french, spanish, spanishF, stem, chinese, arabic, arabicM] = [
    FRENCH,
    SPANISH,
    SPANISH_F,
    RUSSIAN,
    CHINESE,
    ARABIC,
    ARABIC_M,
  ].map((words) => nth(words, ordinal))
  if (!french || !stem) return []
  return [
    ...[french, `${ordinal}e`, `${ordinal}ème`].flatMap((word) => [
      `${word} session`,
      `${word} réunion`,
    ]),
    `${spanish} período de sesiones`,
    `${spanish} periodo de sesiones`,
    `${spanishF} reunión`,
    `${spanishF} sesión`,
    ...russian(stem),
    ...(stem === 'четверт' ? russian('четвёрт') : []),
    `第${chinese}届会议`,
    `第${chinese}次会议`,
    `第${ordinal}届会议`,
    // The article joins prepositions: the rest of the word is the same.
    `دورة ${arabic}`,
    `اجتماع ${arabicM}`,
  ]
}
