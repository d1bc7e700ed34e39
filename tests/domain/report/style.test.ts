import { describe, expect, test } from 'vitest'
import { documentFromText } from '@/lib/text/document/document'
import { composeReport, numbered } from '@/lib/report/outline'
import { checkStyle, findStyle } from '@/lib/report/style/check'
import { viewSections } from '@/lib/report/view'
import { withItalics } from '@/lib/report/words/italics'
import { sixthSessionFacts } from '@/tests/support/report/facts'

const findingsOf = (facts: typeof sixthSessionFacts) =>
  checkStyle(viewSections(numbered(composeReport(facts)), []))

describe('the style check', () => {
  test.each([
    ['two  spaces', 'o s'],
    ['the Vice-chair of', 'Vice-Chair'],
    ['the expert group met', 'Expert Group'],
    ['some member states', 'Member States'],
    ['the United States of', 'United States of America'],
    ['a "Summary by the Chair" of', '“Summary by the Chair”'],
    ["the Chair's words", 'Chair’s'],
    ['the period 2018-2021, the', '2018–2021'],
    ['and 3 States spoke', 'three States'],
    ['some 40% of', '0 per cent'],
    ['on July 27, 2020 the', '27 July 2020'],
    ['McGlynn, (Australia)', 'n ('],
  ])('proposes another way for: %s', (text, proposed) => {
    expect(findStyle(text).map((finding) => finding.proposed)).toEqual([proposed])
  })

  test('has nothing against the house’s own way', () => {
    const text =
      'The intergovernmental expert group on cybercrime met from 27–29 July 2020 (UNODC/CCPCJ/EG.4/2018/CRP.1); three States, E/CN.15/2011/19, resolution 65/230.'
    expect(findStyle(text)).toEqual([])
  })

  test('finds in the draft report what was typed otherwise', () => {
    expect(findingsOf(sixthSessionFacts).map(({ number, proposed }) => [number, proposed])).toEqual(
      [
        [8, 'Expert Group'],
        [15, 'United States of America'],
      ],
    )
  })

  test('looks at no words of a delegation', () => {
    const text = documentFromText('The Vice-chair of member states.')
    const items = [{ letter: 'a', text, language: 'en' }]
    const list = { headings: [{ title: 'Prevention', items }] }
    expect(findingsOf({ ...sixthSessionFacts, list })).toHaveLength(2)
  })
})

test('the words of the house list are set in italics', () => {
  expect(withItalics('considered, inter alia, a rule')).toEqual([
    { text: 'considered, ' },
    { text: 'inter alia', italic: true },
    { text: ', a rule' },
  ])
})
