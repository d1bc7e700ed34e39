import { filterQuery, readFilter } from '@/lib/circulation/compilation/filter'
import { paths } from '@/lib/paths'
import type { InboxGroup } from '@/lib/desk/inbox-view'
import { type DerivedRow, row } from './row'
import type { Step, StepKind } from './steps'

/** Possible acts, and acts of others: nothing waits for the person there. */
const GROUPS: Partial<Record<StepKind, InboxGroup>> = {
  propose: 'information',
  comment: 'information',
  watchSubmission: 'information',
  watchComments: 'information',
  seeOurs: 'information',
  awaitOutcomes: 'waiting',
  awaitComments: 'waiting',
  awaitResponses: 'waiting',
  followStockTaking: 'information',
}

/** Nothing has happened that the person could have missed. */
const LONG_AGO = new Date(0)

/** The row of a step. One with a deadline is another matter once the deadline is another. */
export function stepRow(step: Step): DerivedRow {
  const { kind, session, delegation, count, total, adReferendum, period, at } = step
  const until = period ? `:${period.until.toISOString()}` : ''
  return row(kind, `${step.circulation ?? session?.id ?? ''}${until}`, {
    group: GROUPS[kind] ?? 'decide',
    session,
    states: delegation ? [delegation] : [],
    values: {
      delegation,
      count,
      total,
      adReferendum,
      title: step.title ?? '',
      vacant: step.vacant ?? '',
    },
    period,
    href: addressOf(step, session?.slug ?? null),
    // A reply is a delegation's own choice, and whether lists circulate before the stock-taking the group's.
    ...((kind === 'replyToResponses' || kind === 'circulateLists') && { dismissible: true }),
    at: at ?? LONG_AGO,
  })
}

function addressOf({ kind, circulation = '', item = '' }: Step, slug: string | null): string {
  if (slug === null) return paths.mail
  const addresses: Record<StepKind, string> = {
    seeOurs: paths.ours(slug),
    propose: paths.drafts(slug),
    comment: paths.proposals(slug),
    placeProposals: paths.list(slug),
    issueList: paths.list(slug),
    enterAgenda: paths.agenda(slug),
    registerDelegations: paths.delegations(slug),
    enterOfficers: paths.officers(slug),
    makeMeetings: paths.meetings(slug),
    circulateLists: paths.circulations(slug),
    openSubmission: paths.periods(slug),
    watchSubmission: paths.periods(slug),
    watchComments: paths.periods(slug),
    openStockTaking: paths.coveredLists(slug),
    giveOutcomes: paths.consolidation(slug),
    awaitOutcomes: paths.consolidation(slug),
    followStockTaking: paths.consolidation(slug),
    agreeItems: paths.consolidation(slug),
    declareAdopted: paths.checkAdoption(slug),
    awaitComments: paths.checkAdoption(slug),
    awaitResponses: paths.checkAdoption(slug),
    releaseCorrigenda: paths.consolidatedItem(slug, item),
    releaseReportCorrigenda: paths.correctReport(slug, item),
    answerComments: paths.compilation(
      slug,
      circulation,
      filterQuery(readFilter({ answer: 'unanswered' })),
    ),
    replyToResponses: `${paths.ours(slug)}#circulated`,
    failedMail: paths.mail,
  }
  return addresses[kind]
}
