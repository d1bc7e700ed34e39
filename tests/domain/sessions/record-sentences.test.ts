import { expect, test } from 'vitest'
import { translations } from '@/lib/messages'
import { eventNouns } from '@/lib/sessions/record/filter'
import { sentenceValues } from '@/lib/sessions/record/values'

test('the filter of the record has a name for each group of acts', () => {
  const t = translations('record')
  expect(eventNouns.length).toBeGreaterThan(20)
  expect(eventNouns.filter((noun) => !t.has(`about.${noun}`))).toEqual([])
})

test.each([
  ['the title', { titled: 'yes', title: 'Agenda' }, 'the title of G.4/1, “Agnda”, is now “Agenda”'],
  [
    'the date',
    { titled: 'no', date: '2027-05-13' },
    'the date of G.4/1, 12 May 2027, is now 13 May 2027',
  ],
  [
    'the date, as entries of earlier versions say it',
    { titled: 'yes', date: '2027-05-13' },
    'the date of G.4/1, 12 May 2027, is now 13 May 2027',
  ],
  [
    'both',
    { titled: 'yes', title: 'Agenda', date: '2027-05-13' },
    'the title of G.4/1, “Agnda”, is now “Agenda”, and its date, 12 May 2027, is now 13 May 2027',
  ],
  ['a title that is not public', { titled: 'untold', title: '' }, 'G.4/1 has another title'],
  [
    'a title that is not public, as entries of earlier versions say it',
    { titled: 'no', titleBefore: '', title: '' },
    'G.4/1 has another title',
  ],
  [
    'the date and a title that is not public',
    { titled: 'untold', title: '', date: '2027-05-13' },
    'G.4/1 has another title, and its date, 12 May 2027, is now 13 May 2027',
  ],
])('the record says what was corrected in the register: %s', (_what, changed, sentence) => {
  const data = {
    symbol: 'G.4/1',
    titleBefore: 'Agnda',
    title: 'Agnda',
    dateBefore: '2027-05-12',
    date: '2027-05-12',
    ...changed,
  }
  const values = sentenceValues('document.corrected', data) as { symbol: string }
  const t = translations('record.events.document')
  expect(t('corrected', values as never)).toBe(`corrected the register: ${sentence}`)
})
