'use client'

import { useTranslations } from 'use-intl/react'
import type { ProposalSummary } from '@/lib/proposals/queries'
import type { Piece } from '@/lib/text/search/marks'
import { directionOf } from '@/lib/text/locales'

export type ProposalRow = Omit<ProposalSummary, 'text' | 'withdrawn' | 'listed' | 'places'> & {
  state: 'open' | 'listed' | 'withdrawn'
  /** What the list shows of the text. */
  excerpt: readonly Piece[]
}

const SIGNS = { open: '●', listed: '✓', withdrawn: '–' } as const

/**
 * The rows of the list of proposals. A client component, since fifty rows of ten elements would cost a page more
 * than all the rest: it brings their values instead.
 */
export function ProposalTableBody({
  rows,
  address,
}: {
  rows: readonly ProposalRow[]
  /** The list's, under which each proposal stands. */
  address: string
}) {
  const t = useTranslations('proposals')
  return (
    <tbody>
      {rows.map(({ number, kind, revision, coSponsors, comments, state, language, ...row }) => (
        <tr key={number}>
          <th scope="row">
            <a href={`${address}/${number}`}>{number}</a>
          </th>
          <td>
            <small>
              {revision > 1
                ? `${t(`kinds.${kind}`)} · ${t('list.revision', { number: revision })}`
                : t(`kinds.${kind}`)}
            </small>
            <p lang={language} dir={directionOf(language)}>
              {row.excerpt.map(({ text, hit }, index) =>
                hit ? <mark key={index}>{text}</mark> : text,
              )}
            </p>
          </td>
          <td>
            {row.delegationName}
            {coSponsors > 0 && <small> {t('list.coSponsors', { count: coSponsors })}</small>}
          </td>
          <td>{row.agenda}</td>
          <td data-state={state}>
            <i aria-hidden>{SIGNS[state]}</i> {t(`states.${state}`)}
          </td>
          <td>
            {comments}
            {comments > 0 && <i aria-hidden> {'•'.repeat(Math.min(comments, 10))}</i>}
          </td>
        </tr>
      ))}
    </tbody>
  )
}
