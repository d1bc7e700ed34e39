import type { CastDelegationKey } from '@/lib/demonstration/cast'
import type { SessionFormat } from '@/lib/sessions/kinds'
import type { SilenceSubject } from '@/lib/silence/kinds'

/** The members of the extended Bureau for groups of States; the last has no account here. */
export const BUREAU: readonly { title: string; by: CastDelegationKey; hasAccount: boolean }[] = [
  { title: 'Chair of the African Group', by: 'belmara', hasAccount: true },
  { title: 'Chair of the Latin American and Caribbean Group', by: 'corvina', hasAccount: true },
  {
    title: 'Chair of the Western European and other States Group',
    by: 'arvenia',
    hasAccount: true,
  },
  { title: 'Chair of the Eastern European Group', by: 'doranta', hasAccount: false },
]

type Approved = {
  subject: SilenceSubject
  title: string
  asks: string
  /** The day of its deadline, as the draft report of 27 July 2020 gives it. */
  on: string
  dates?: readonly [string, string]
  format?: SessionFormat
}

/** The four approvals of paragraph 10 of the draft report. */
export const APPROVED: readonly Approved[] = [
  {
    subject: 'dates',
    title: 'Dates of the sixth session',
    asks: 'To approve the dates of 6 to 8 April 2020 for the sixth session.',
    on: '2019-11-11',
    dates: ['2020-04-06', '2020-04-08'],
  },
  {
    subject: 'agenda',
    title: 'Provisional agenda of the sixth session',
    asks: 'To approve the provisional agenda of the sixth session.',
    on: '2019-12-18',
  },
  {
    subject: 'dates',
    title: 'New dates of the sixth session',
    asks: 'To approve the dates of 27 to 29 July 2020 for the rescheduled sixth session.',
    on: '2020-04-15',
    dates: ['2020-07-27', '2020-07-29'],
  },
  {
    subject: 'format',
    title: 'Format of the sixth session',
    asks: 'To approve the holding of the sixth session in the hybrid/Chair format.',
    on: '2020-06-22',
    format: 'hybrid',
  },
]
