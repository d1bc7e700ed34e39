import { type BadRow, update } from './bad-row'

/** Rows that no report may rest on, and what may not happen to an adopted one. */
export const badReports: BadRow[] = [
  [
    'EarlierMeeting_values_check',
    'ends before it begins',
    update('EarlierMeeting', 'earlier meeting', `"endsOn" = '2011-01-16'`),
  ],
  ['Mandate_dated_check', 'a date in words', update('Mandate', 'mandate', `dated = 'May 2017'`)],
  [
    'BureauMember_possessive_check',
    'another word',
    update('BureauMember', 'bureau chair', `possessive = 'its'`),
  ],
]
