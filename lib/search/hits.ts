import type { Actor } from '@/lib/delegations/actor'
import { translations } from '@/lib/messages'
import { withGroupAmong } from '@/lib/sessions/attribution/attribution'
import { areOfSeveralGroups, sessionName } from '@/lib/sessions/session-view'
import { excerpt, type Piece } from '@/lib/text/search/marks'
import type { SearchKind } from './filter'
import { addressOf, type Result } from './results'

/** A result as a page or the command menu shows it. */
export type Hit = {
  id: string
  kind: SearchKind
  exact: boolean
  href: string
  /** "Proposal 12", "Suggested change 3 to proposal 12", "Arvenia". */
  title: string
  /** The author, its session, its agenda item, and whether it was withdrawn. */
  facts: string[]
  /** The excerpt of its text, found words marked; none if the title says it. */
  pieces: Piece[]
  language: string | null
}

/** The results as hits; where they are of several groups, each bears the name of its group. */
export function hitsOf(actor: Actor, results: readonly Result[]): Hit[] {
  const several = areOfSeveralGroups(results)
  return results.map((result) => hitOf(actor, result, several))
}

export function hitOf(actor: Actor, result: Result, bearsGroup = false): Hit {
  const { id, kind, exact, agenda, language, withdrawn } = result
  const names = result.names.map((name, index) =>
    index === 0 ? withGroupAmong(name, result.onBehalf) : name,
  )
  const t = translations('search')
  const isNamed = kind === 'delegation'
  return {
    id,
    kind,
    exact,
    href: addressOf(actor, result),
    title: titleOf(result),
    facts: [
      ...(isNamed || names.length === 0 ? [] : [names.join(', ')]),
      sessionName(result),
      ...(bearsGroup ? [result.groupName] : []),
      ...(agenda ? [t('agendaItem', { item: agenda })] : []),
      ...(withdrawn ? [t('withdrawn')] : []),
    ],
    pieces: isNamed || kind === 'list' ? [] : excerpt(result.text, result.places),
    language,
  }
}

function titleOf({ kind, printed, proposalNumber, amendmentNumber, text }: Result): string {
  const t = translations('search')
  const number = proposalNumber ?? 0
  switch (kind) {
    case 'list':
      return printed ? t('titles.listWithSymbol', { symbol: printed }) : t('titles.list')
    case 'delegation':
      return text
    case 'document':
      return printed
    case 'proposal':
      return t('titles.proposal', { number })
    case 'amendment':
      return t('titles.amendment', { number, amendment: amendmentNumber ?? 0 })
    case 'comment':
      return t('titles.comment', { number })
    case 'circulationComment':
      return printed
        ? t('titles.circulationComment', { number: printed })
        : t('titles.circulationCommentInGeneral')
    case 'item':
      return printed ? t('titles.item', { number: printed }) : t('titles.itemWithoutNumber')
    case 'consolidated':
      return printed
        ? t('titles.consolidated', { number: printed })
        : t('titles.consolidatedWithoutNumber')
  }
}
