import { unprintable } from '@/lib/export/pdf/coverage'
import { coSponsorSentences } from '@/lib/proposals/co-sponsors'
import type { PeriodView, SessionView } from '@/lib/sessions/session-view'
import type { ListItem, ListView } from './queries'

/** An item with its number on the list and a note on its oddity. */
export type OddItem = { item: ListItem; number: string; note: string }

/** Points to review before a list is issued. */
export type IssueCheckView = {
  items: number
  headings: number
  states: number
  /** The periods that are still open, with their deadlines. */
  submission: PeriodView | null
  comments: PeriodView | null
  /** Items with a proposal that was withdrawn, or revised since it was placed: they hinder the issue. */
  withdrawn: OddItem[]
  revised: OddItem[]
  hindered: boolean
  /** Co-sponsored items with agreement to an earlier revision alone: those names will not be printed. */
  unconfirmed: OddItem[]
  /** Items with letters that a PDF cannot print. */
  unprintable: OddItem[]
}

/** Looks through a list in the making; pure. */
export function beforeIssue(
  list: ListView,
  session: Pick<SessionView, 'submission' | 'comments'>,
): IssueCheckView {
  const headings = list.headings.filter(({ items }) => items.length > 0)
  const entries = headings.flatMap(({ items }, index) =>
    items.map((item) => ({ item, number: `${index + 1} (${item.letter})` })),
  )
  const odd = (note: (item: ListItem) => string): OddItem[] =>
    entries
      .map((entry) => ({ ...entry, note: note(entry.item) }))
      .filter((entry) => entry.note !== '')
  const numbers = (proposals: ListItem['proposals']) =>
    proposals.map(({ number }) => String(number)).join(', ')
  const withdrawn = odd(({ proposals }) => numbers(proposals.filter((entry) => entry.withdrawn)))
  const revised = odd(({ proposals }) =>
    numbers(proposals.filter((entry) => !entry.withdrawn && entry.current !== entry.revision)),
  )
  return {
    items: entries.length,
    headings: headings.length,
    states: new Set(entries.flatMap(({ item }) => item.attribution)).size,
    submission: session.submission?.open ? session.submission : null,
    comments: session.comments?.open ? session.comments : null,
    withdrawn,
    revised,
    unconfirmed: odd(({ proposals }) =>
      proposals
        .flatMap(({ unconfirmed, revision }) => coSponsorSentences(unconfirmed, revision))
        .join('. '),
    ),
    hindered: withdrawn.length + revised.length > 0,
    unprintable: odd(({ text }) => unprintable(text).slice(0, 20).join(' ')),
  }
}
