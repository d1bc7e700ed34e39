import fc from 'fast-check'

// Words of each of the six languages, with what makes texts difficult: combining signs, signs of other
// scripts within, quotes, list stops, brackets and the private characters of lib/text/document/marked.ts.
const pools: Record<string, string[]> = {
  en: [
    'Member',
    'States',
    'should',
    'consider',
    'adopting',
    'laws',
    'co-operate',
    '[94]',
    '“quoted”',
    "States'",
    '10,000',
    '(a)',
  ],
  fr: [
    'Les',
    'États',
    'devraient',
    'coopérer',
    "l'échange",
    'd’informations',
    '«',
    '»',
    'cafe\u0301',
    'œuvre',
  ],
  es: ['Los', 'Estados', 'deberían', 'compartir', '¿cómo?', 'información', 'ñandú'],
  ru: ['Государствам', 'следует', 'обмениваться', 'информацией', '«данные»', 'й', 'и\u0306'],
  zh: ['会员国', '应当', '分享', '电子证据', '，', '。', '能力建设', '𠮷'],
  ar: [
    'ينبغي',
    'للدول',
    'الأعضاء',
    'تبادل',
    'المعلومات',
    'WhatsApp',
    'مُحَمَّد',
    '24/7',
    'لا\u200cيمكن',
  ],
}
export const languages = Object.keys(pools)

const marks = ['\uE000', '\uE001', '\uE002', '\uE003', '\uE004', '\uE005']
const glue = fc.constantFrom(' ', ' ', ' ', ' ', ', ', '; and ', '\n', '', '. ', '  ')

/** A text of the language, as marked strings are. */
export const textIn = (locale: string, maxLength = 14): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...pools[locale]!, ...marks), glue), { maxLength })
    .map((pieces) =>
      pieces
        .map(([word, after]) => word + (locale === 'zh' && after === ' ' ? '' : after))
        .join(''),
    )

/** The text with some of its words changed, left out or added; often near the original. */
export const amendedFrom = (base: string, locale: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(Math.max(0, base.length)),
        length: fc.nat(12),
        insert: fc.oneof(fc.constant(''), textIn(locale, 2)),
      }),
      { maxLength: 3 },
    )
    .map((edits) =>
      edits.reduce((text, { at, length, insert }) => {
        const from = whole(text, Math.min(at, text.length))
        const until = whole(text, Math.min(from + length, text.length))
        return text.slice(0, from) + insert + text.slice(until)
      }, base),
    )

const whole = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at)

/** A language, a base and some amended texts of it. */
export const amendedTexts = (count = 4) =>
  fc
    .constantFrom(...languages)
    .chain((locale) =>
      textIn(locale).chain((base) =>
        fc
          .array(fc.oneof(amendedFrom(base, locale), textIn(locale)), { maxLength: count })
          .map((texts) => ({ locale, base, texts })),
      ),
    )
