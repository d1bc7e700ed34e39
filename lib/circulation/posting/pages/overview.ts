import { commenterGroups, groupOf } from '@/lib/circulation/comments/order'
import type { Begins } from '@/lib/circulation/comments/reading/first-words'
import type { ContentsList } from '@/lib/circulation/comments/reading/views'
import { printSeatTime } from '@/lib/clock'
import { html, type SafeHtml } from '@/lib/html/safe-html'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { sessionName } from '@/lib/sessions/session-view'
import type { PostedCommenter } from '../queries'
import type { PostedCirculation } from '../views'
import { postedPage } from './frame'

/** The public page of a circulation: all its items with their first words and everybody who commented, with how many comments count. */
export function overviewPage(
  circulation: PostedCirculation,
  lists: readonly ContentsList[],
  words: ReadonlyMap<string, Begins>,
  counts: {
    byItem: ReadonlyMap<string, number>
    general: number
    commenters: readonly PostedCommenter[]
  },
): string {
  const t = translations('postedComments')
  const { slug, id, title, openUntil, isOpen } = circulation
  return postedPage(circulation, {
    title: t('title', { title }),
    isWhole: true,
    lead: `${t('lead')} ${t(isOpen ? 'invited' : 'until', { time: printSeatTime(openUntil) })}`,
    parts: [
      html`<section><h2>${t('items')}</h2>
<ul><li><a href="${paths.publicCirculationGeneral(slug, id)}">${t('general', { count: counts.general })}</a></li></ul>
${lists.map((list) => listHtml(circulation, list, { words, byItem: counts.byItem }))}</section>`,
      html`<section><h2>${t('entities')}</h2>
${commenterGroups.map((group) => groupHtml(circulation, group, counts.commenters))}</section>`,
    ],
  })
}

function listHtml(
  { slug, id }: PostedCirculation,
  list: ContentsList,
  { words, byItem }: { words: ReadonlyMap<string, Begins>; byItem: ReadonlyMap<string, number> },
): SafeHtml {
  const t = translations('postedComments')
  const name = [sessionName(list), list.symbol].filter(Boolean).join(', ')
  return html`<h3>${name}</h3>${list.headings.map(
    (heading) =>
      html`<h4>${heading.title}</h4><ul>${heading.items.map(
        (item) =>
          html`<li><a href="${paths.publicCirculationItem(slug, id, item.id)}">${t('itemTitle', {
            number: item.number,
          })}</a>: ${t('count', { count: byItem.get(item.id) ?? 0 })}${wordsHtml(words.get(item.id))}</li>`,
      )}</ul>`,
  )}`
}

const wordsHtml = (begins: Begins | undefined): SafeHtml =>
  begins
    ? html`<br><span class="quiet" lang="${begins.language}" dir="auto">${begins.words}</span>`
    : html``

function groupHtml(
  { slug, id }: PostedCirculation,
  group: (typeof commenterGroups)[number],
  commenters: readonly PostedCommenter[],
): SafeHtml {
  const t = translations('postedComments')
  const groupCommenters = commenters.filter(({ kind }) => groupOf(kind) === group)
  if (groupCommenters.length === 0) return html``
  return html`<h3>${t(`groups.${group}`)}</h3><ul>${groupCommenters.map(
    ({ delegationId, name, count }) =>
      html`<li><a href="${paths.publicCirculationEntity(slug, id, delegationId)}">${name}</a>: ${t(
        'count',
        { count },
      )}</li>`,
  )}</ul>`
}
