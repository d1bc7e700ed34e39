import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfLanguage, passagesInOtherScript } from '@/lib/text/language'
import { proposalsFifth } from '@/lib/demonstration/scenes/proposals/fifth'
import { proposalsFourth } from '@/lib/demonstration/scenes/proposals/fourth'
import { proposalsOnCooperation } from '@/lib/demonstration/scenes/proposals/sixth-cooperation'
import { proposalsOnPrevention } from '@/lib/demonstration/scenes/proposals/sixth-prevention'

const ARABIC = 'ينبغي للدول الأعضاء أن تتبادل الأدلة دون'

describe('a text in other letters than those of its language', () => {
  test.each([
    ['seven Arabic words', ARABIC, 'en'],
    ['the same with one abbreviation', `${ARABIC} UNODC`, 'fr'],
    ['English marked as Arabic', 'Member States should share evidence.', 'ar'],
    ['Russian marked as Chinese', 'Государствам-членам следует обмениваться данными.', 'zh'],
    ['Hindi, which is no official language', 'सदस्य देशों को प्रमाण साझा करने चाहिए', 'en'],
  ])('is certain: %s', (_, text, language) => {
    expect(faultOfLanguage(text, language)).toEqual({ is: 'otherScript' })
  })

  test('is no fault where names in other letters stand in it', () => {
    const chinese =
      '会员国应根据《联合国打击跨国有组织犯罪公约》和 INTERPOL I-24/7 渠道交换电子证据。'
    expect(faultOfLanguage(chinese, 'zh')).toBeNull()
    expect(faultOfLanguage(`${ARABIC} INTERPOL I-24/7`, 'ar')).toBeNull()
    expect(faultOfLanguage('12/2020: 24 × 7', 'ru')).toBeNull()
  })

  test('is told where most of it is in other letters', () => {
    const mixed = `${ARABIC} in accordance with the United Nations Convention`
    expect(faultOfLanguage(mixed, 'ar')).toEqual({ is: 'mixedScripts' })
  })
})

describe('common words', () => {
  test.each([
    ['Les États Membres devraient échanger les preuves électroniques sans délai.', 'en', 'fr'],
    ['Los Estados Miembros deberían intercambiar las pruebas y los datos sin demora.', 'fr', 'es'],
    ['Member States should share the evidence with the State that asks for it.', 'es', 'en'],
    ['Os Estados não deveriam reter os dados das vítimas em uma base.', 'es', 'pt'],
    ['Die Staaten sollten den Opfern und den Zeugen mit Rat zur Seite stehen.', 'en', 'de'],
  ])('are advice: %s', (text, language, seems) => {
    expect(faultOfLanguage(text, language)).toEqual({ is: 'otherWords', language: seems })
  })

  test('say nothing against any text of the demonstration in its own language', () => {
    const all = [
      ...proposalsFourth,
      ...proposalsFifth,
      ...proposalsOnCooperation,
      ...proposalsOnPrevention,
    ].flatMap(({ language, revisions }) => revisions.map(({ text }) => ({ text, language })))
    expect(all.length).toBeGreaterThan(30)
    const wrong = all.filter(({ text, language }) => faultOfLanguage(text, language))
    expect(wrong).toEqual([])
  })
})

test('a text without letters, in whatever language, has no fault', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\d\s.,;:()/-]*$/),
      fc.constantFrom('en', 'ar', 'zh'),
      (text, at) => {
        expect(faultOfLanguage(text, at)).toBeNull()
      },
    ),
  )
})

describe('passages in another script than the language', () => {
  const ENGLISH = 'Member States should share the evidence with the State that asks for it.'

  test('are named where two or more words follow one another', () => {
    const words = ARABIC.split(' ')
    fc.assert(
      fc.property(fc.integer({ min: 2, max: words.length }), fc.nat(), (count, place) => {
        const passage = words.slice(0, count).join(' ')
        const base = ENGLISH.split(' ')
        const text = base.toSpliced(place % base.length, 0, passage).join(' ')
        expect(passagesInOtherScript(text, 'en')).toEqual([passage])
      }),
    )
  })

  test('are not raised by single names, abbreviations and figures', () => {
    fc.assert(
      fc.property(fc.constantFrom('Иванов', 'محمد', '北京', 'Αθήνα'), fc.nat(), (name, place) => {
        const base = ENGLISH.split(' ')
        const text = base.toSpliced(place % base.length, 0, name).join(' ')
        expect(passagesInOtherScript(text, 'en')).toEqual([])
      }),
    )
    expect(passagesInOtherScript(`${ARABIC} INTERPOL I-24/7 UNODC`, 'ar')).toEqual([])
    expect(passagesInOtherScript('各国应使用Sherloc系统。', 'zh')).toEqual([])
  })

  test('are named in Chinese letters, which have no spaces, and in a Chinese text', () => {
    expect(passagesInOtherScript(`${ENGLISH} 会员国应交换电子证据`, 'en')).toHaveLength(1)
    expect(passagesInOtherScript('各国应使用the shared system系统。', 'zh')).toEqual([
      'the shared system',
    ])
  })

  test('stand in no text of the demonstration', () => {
    const all = [
      ...proposalsFourth,
      ...proposalsFifth,
      ...proposalsOnCooperation,
      ...proposalsOnPrevention,
    ].flatMap(({ language, revisions }) =>
      revisions.flatMap(({ text }) => passagesInOtherScript(text, language)),
    )
    expect(all).toEqual([])
  })
})
