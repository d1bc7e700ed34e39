import type { Desk, DeskCirculation } from '@/lib/desk/desk-view'
import { paths } from '@/lib/paths'
import { type DerivedRow, row } from './row'

/** Circulated lists that the person's delegation has not read, its comments in hand, and late ones that wait. */
export const circulationRows = ({ circulations }: Desk): DerivedRow[] =>
  circulations.flatMap((circulation) => [
    ...reading(circulation),
    ...inHand(circulation),
    ...late(circulation),
    ...papers(circulation),
    ...requests(circulation),
  ])

/** "Read the circulated lists: looked at 12 of 38", while they are open. */
function reading(circulation: DeskCirculation): DerivedRow[] {
  const { id, slug, period, delegation, openedAt, items, looked } = circulation
  if (!period || delegation === null || looked >= items) return []
  return [
    row('readCirculated', id, {
      ...about(circulation),
      values: { count: items - looked, total: items, looked, title: circulation.title },
      period,
      href: paths.circulationComments(slug, id),
      at: openedAt,
      dismissible: true,
    }),
  ]
}

/** Comments in hand: to release, to wait for, or caught by the deadline. */
function inHand(circulation: DeskCirculation): DerivedRow[] {
  const { id, slug, period, inHand: count, inHandAt, maySubmit, openUntil } = circulation
  if (count === 0 || inHandAt === null) return []
  const kind = period ? (maySubmit ? 'releaseCirculated' : 'waitCirculated') : 'circulationUnsent'
  if (kind === 'circulationUnsent' && !maySubmit) return []
  return [
    row(kind, id, {
      ...about(circulation),
      group: kind === 'waitCirculated' ? 'waiting' : 'decide',
      values: { count, title: circulation.title },
      period,
      href: paths.circulationInHand(slug, id),
      at: period ? inHandAt : openUntil,
      dismissible: kind === 'circulationUnsent',
    }),
  ]
}

/** Late comments that delegations handed over, for the Secretariat. */
function late(circulation: DeskCirculation): DerivedRow[] {
  const { id, slug, late: count, lateAt } = circulation
  if (count === 0 || lateAt === null) return []
  return [
    row('decideLate', id, {
      ...about(circulation),
      values: { count, title: circulation.title },
      href: paths.circulationLate(slug, id),
      at: lateAt,
    }),
  ]
}

/** Papers that the Secretariat entered and has not finished: a position in them reaches nobody yet. */
function papers(circulation: DeskCirculation): DerivedRow[] {
  const { id, slug, papers: count, papersAt } = circulation
  if (count === 0 || papersAt === null) return []
  return [
    row('finishPapers', id, {
      ...about(circulation),
      values: { count, title: circulation.title },
      href: paths.papers(slug, id),
      at: papersAt,
    }),
  ]
}

/** Stakeholders who ask to take part and wait for the Secretariat. */
function requests(circulation: DeskCirculation): DerivedRow[] {
  const { id, slug, requests: waiting } = circulation
  if (!waiting) return []
  return [
    row('decideRequests', id, {
      ...about(circulation),
      values: { count: waiting.count, title: circulation.title },
      href: paths.circulationRequests(slug, id),
      at: waiting.latest,
    }),
  ]
}

const about = ({ slug, ordinal, eventWord, delegation }: DeskCirculation) => ({
  session: { slug, ordinal, eventWord },
  states: delegation === null ? [] : [delegation],
})
