'use client'

import { useTranslations } from 'use-intl/react'
import type { ProposalSummary } from '@/lib/proposals/search/queries'
import type { Piece } from '@/lib/text/search/marks'
import { directionOf } from '@/lib/text/locales'

export type ProposalRow = Omit<
  ProposalSummary,
  'text' | 'withdrawn' | 'listed' | 'coSponsors' | 'onBehalf' | 'places'
> & {
  coSponsors: { short: string; full: string } | null
  /** "on behalf of the …" */
  onBehalf?: string
  state: 'open' | 'listed' | 'withdrawn'
  isOurs?: true
  /** Whether it is the reader's as a proposal that was taken over. */
  tookOver?: true
  /** The part of the text that the list shows. */
  excerpt: readonly Piece[]
}

const SIGNS = { open: '●', listed: '✓', withdrawn: '–' } as const

/**
 * A part of the list of proposals, under its title if it has one. A client component, since fifty rows of ten
 * elements would cost a page more than all the rest: it brings their values instead.
 */
export function ProposalTableBody({
  title,
  rows,
  address,
}: {
  title: string
  rows: readonly ProposalRow[]
  /** The list's, under which each proposal stands. */
  address: string
}) {
  const t = useTranslations('proposals')
  return (
    <tbody>
      {title && (
        <tr className="group">
          <th scope="rowgroup" colSpan={7}>
            {title}
          </th>
        </tr>
      )}
      {rows.map(({ number, kind, revision, coSponsors, changes, comments, state, ...row }) => (
        <tr key={number} data-ours={row.isOurs}>
          <th scope="row">
            <a href={`${address}/${number}`}>{number}</a>
            {row.news && (
              <span className="proposal-news" data-news={row.news}>
                <span>{t(`list.news.${row.news}`)}</span>
              </span>
            )}
          </th>
          <td>
            <p lang={row.language} dir={directionOf(row.language)}>
              {row.excerpt.map(({ text, hit }, index) =>
                hit ? <mark key={index}>{text}</mark> : text,
              )}
            </p>
          </td>
          <td>
            {row.delegationName}
            {row.isOurs && !row.tookOver && <b> {t('list.ours')}</b>}
            {row.onBehalf && <small>{row.onBehalf}</small>}
            {row.takenOverBy && (
              <small>
                {t('list.takenOverBy', { name: row.takenOverBy })}
                {row.tookOver && <b> {t('list.ours')}</b>}
              </small>
            )}
            {coSponsors && (
              <small title={coSponsors.full} className="line-clamp-2">
                {coSponsors.short}
              </small>
            )}
          </td>
          <td>{row.agenda}</td>
          <td data-state={state}>
            <i aria-hidden>{SIGNS[state]}</i> {t(`states.${state}`)}
            <small>
              {kind === 'conclusion' && t('kinds.conclusion')}
              {kind === 'conclusion' && revision > 1 && ' · '}
              {revision > 1 && t('list.revision', { number: revision })}
            </small>
          </td>
          <td>
            {changes > 0 && (
              <span title={t('list.changesCount', { count: changes })}>{changes}</span>
            )}
          </td>
          <td>
            {comments > 0 && (
              <span title={t('list.commentsCount', { count: comments })}>{comments}</span>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  )
}
