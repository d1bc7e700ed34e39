import type { ItemView } from '@/lib/circulation/comments/reading/queries'
import { commenterGroups, groupOf } from '@/lib/circulation/comments/order'
import { element, html, inLanguage, linesOfHtml, type SafeHtml } from '@/lib/html/safe-html'
import { sessionName } from '@/lib/sessions/session-view'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { translations } from '@/lib/messages'
import type { PostedCirculation, PostedComment } from '../views'
import { commentHtml } from './comment'
import { postedPage } from './frame'

/** All public comments on an item, Member States first, below its text. */
export function itemPage(
  circulation: PostedCirculation,
  item: ItemView,
  comments: readonly PostedComment[],
): string {
  const t = translations('postedComments')
  return postedPage(circulation, {
    title: t('itemTitle', { number: item.number }),
    lead: [sessionName(item), item.symbol, item.heading].filter(Boolean).join(' · '),
    parts: [
      element('blockquote', inLanguage(item.language), linesOfHtml(item.text)),
      ...byGroup(comments),
    ],
  })
}

function byGroup(comments: readonly PostedComment[]): SafeHtml[] {
  const t = translations('postedComments')
  if (comments.length === 0) return [html`<p>${t('none')}</p>`]
  return commenterGroups.flatMap((group) => {
    const groupComments = comments.filter(({ kind }) => groupOf(kind) === group)
    if (groupComments.length === 0) return []
    return [
      html`<section><h2>${t(`groups.${group}`)}</h2>
${groupComments.map((comment) => commentHtml(comment, withGroup(comment.name, comment.onBehalf), 'h3'))}</section>`,
    ]
  })
}
