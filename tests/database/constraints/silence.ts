import { id } from '@/tests/support/constraint-world'
import { type BadRow, copy, remove, update } from './bad-row'

const prepared = (patch: Record<string, unknown>) =>
  copy('Silence', 'prepared silence', { number: 3, ...patch })
const OPEN = {
  openedAt: '2020-04-12T10:00:00Z',
  openedById: 'head',
  deadline: '2020-04-15T10:00:00Z',
  graceMinutes: 30,
  hash: 'x',
}
const frozen: BadRow[] = [
  ['SilenceText', 'silence text', `text = 'Other.'`, { language: 'fr' }],
  ['SilenceAnnex', 'silence annex', `name = 'b.pdf'`, { name: 'b.pdf' }],
  ['SilenceMember', 'silence member', `capacity = 'Other'`, { position: 2 }],
  ['SilenceAddress', 'silence address', `email = 'other@example.org'`, { email: 'c@example.org' }],
].flatMap(([table, name, change, patch]) => {
  const rule = `${table as string}_open`
  return [
    [rule, 'changed under silence', update(table as string, name as string, change as string)],
    [rule, 'taken away under silence', remove(table as string, name as string)],
    [rule, 'added under silence', copy(table as string, name as string, patch as object as never)],
  ] as BadRow[]
})

/** Rows of silence procedures that the database refuses. */
export const badSilences: readonly BadRow[] = [
  ...frozen,
  ['Silence_opened_check', 'opened without a deadline', prepared({ ...OPEN, deadline: null })],
  [
    'Silence_opened_check',
    'a deadline before it',
    prepared({ ...OPEN, deadline: '2020-04-12T09:00:00Z' }),
  ],
  [
    'Silence_opened_check',
    'opened and discarded',
    prepared({ ...OPEN, discardedAt: '2020-04-12T09:00:00Z' }),
  ],
  [
    'Silence_dates_check',
    'dates of a text',
    prepared({ startsOn: '2020-07-27', endsOn: '2020-07-29' }),
  ],
  [
    'Silence_dates_check',
    'the last day first',
    prepared({ subject: 'dates', startsOn: '2020-07-29', endsOn: '2020-07-27' }),
  ],
  ['Silence_former_check', 'revises itself', prepared({ id: 'another', formerId: 'another' })],
  [
    'Silence_declared_check',
    'declared by nobody',
    prepared({ ...OPEN, declaredAt: '2020-04-15T10:10:00Z' }),
  ],
  [
    'Silence_declared_check',
    'declared before its deadline',
    prepared({ ...OPEN, declaredAt: '2020-04-14T10:10:00Z', declaredById: 'chair' }),
  ],
  ['Silence_asks_check', 'asks nothing', prepared({ asks: '' })],
  [
    'Silence_notedMeetingId_sessionId_fkey',
    'noted at a meeting that there is not',
    prepared({ notedMeetingId: 'none' }),
  ],
  ['Silence_open', 'another question', update('Silence', 'silence', `asks = 'Other.'`)],
  [
    'Silence_open',
    'another deadline',
    update('Silence', 'silence', `deadline = deadline + interval '1 day'`),
  ],
  ['Silence_open', 'deleted', remove('Silence', 'silence')],
  [
    'Silence_declared',
    'declared again',
    [1, 2]
      .map((hour) =>
        update(
          'Silence',
          'silence',
          `"declaredAt" = deadline + interval '${hour} hours', "declaredById" = '${id('chair')}'`,
        ),
      )
      .join('; '),
  ],
  [
    'SilenceText_textHash_check',
    'the hash of another',
    update('SilenceText', 'prepared text', `"textHash" = 'abc'`),
  ],
  [
    'SilenceAnnex_bytes_check',
    'the hash of another',
    update('SilenceAnnex', 'prepared annex', `hash = 'abc'`),
  ],
  [
    'SilenceAnnex_name_check',
    'a path',
    update('SilenceAnnex', 'prepared annex', `name = '../a.pdf'`),
  ],
  [
    'SilenceMember_place_check',
    'two places in one',
    update('SilenceMember', 'prepared member', `"delegationId" = '${id('Arvenia first')}'`),
  ],
  [
    'SilenceBreak_memberId_silenceId_fkey',
    'by a member of another roll',
    copy('SilenceBreak', 'silence break', { memberId: 'prepared member' }),
  ],
  [
    'SilenceRemark_memberId_silenceId_fkey',
    'by a member of another roll',
    copy('SilenceRemark', 'silence remark', { memberId: 'prepared member' }),
  ],
  [
    'SilenceBreak_words_check',
    'without a reason',
    copy('SilenceBreak', 'silence break', { reason: '' }),
  ],
  [
    'SilenceBreak_words_check',
    'without a point',
    copy('SilenceBreak', 'silence break', { point: '' }),
  ],
  [
    'SilenceBreak_received_check',
    'received after it was entered',
    copy('SilenceBreak', 'silence break', { receivedAt: '2020-04-13T11:00:00Z' }),
  ],
  [
    'SilenceBreak_received_check',
    'on the page, an hour before it was entered',
    copy('SilenceBreak', 'silence break', { receivedAt: '2020-04-13T09:00:00Z' }),
  ],
  [
    'SilenceBreak_withdrawn_check',
    'withdrawn by nobody',
    copy('SilenceBreak', 'silence break', { withdrawnAt: '2020-04-14T10:00:00Z' }),
  ],
  [
    'SilenceBreak_scan_check',
    'a scan without a name',
    copy('SilenceBreak', 'silence break', { way: 'note', scan: '\\x00' }),
  ],
  [
    'SilenceBreak_ends',
    'another reason',
    update('SilenceBreak', 'silence break', `reason = 'Other.'`),
  ],
  ['SilenceBreak_ends', 'deleted', remove('SilenceBreak', 'silence break')],
  [
    'SilenceRemark_text_check',
    'says nothing',
    copy('SilenceRemark', 'silence remark', { text: '' }),
  ],
  [
    'SilenceRemark_immutable',
    'rewritten',
    update('SilenceRemark', 'silence remark', `text = 'Other.'`),
  ],
  [
    'SilenceExtension_until_check',
    'into the past',
    copy('SilenceExtension', 'silence extension', { until: '2020-04-13T09:00:00Z' }),
  ],
  [
    'SilenceExtension_immutable',
    'rewritten',
    update('SilenceExtension', 'silence extension', `reason = 'Other.'`),
  ],
  ['SilenceLetter_immutable', 'deleted', remove('SilenceLetter', 'silence letter')],
]
