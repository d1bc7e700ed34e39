import type { ContentsList } from '@/lib/circulation/comments/reading/views'
import { html } from '@/lib/html/safe-html'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { sessionName } from '@/lib/sessions/session-view'
import type { PostedCirculation, PostedComment } from '../views'
import { commentHtml } from './comment'
import { postedPage } from './frame'

/** The targets of a circulation's comments, in words, and the order of print. */
export type Targets = {
  nameOf: (comment: PostedComment) => string
  placeOf: (comment: PostedComment) => number
}

/** The names of all that comments can be about, in the order of the lists; comments on no item come first. */
export function targetsOf(lists: readonly ContentsList[]): Targets {
  const t = translations('postedComments')
  const names = new Map<string, string>()
  for (const list of lists) {
    const listName = [sessionName(list), list.symbol].filter(Boolean).join(', ')
    names.set(list.id, t('onList', { symbol: listName }))
    for (const heading of list.headings) {
      names.set(heading.id, t('onHeading', { title: heading.title }))
      for (const { id, number } of heading.items)
        names.set(id, t('itemTitleOf', { number, list: listName }))
    }
  }
  const places = new Map([...names.keys()].map((id, place) => [id, place + 1]))
  const idOf = ({ itemId, headingId, listId }: PostedComment) => itemId ?? headingId ?? listId ?? ''
  return {
    nameOf: (comment) =>
      names.get(idOf(comment)) ??
      (comment.target === 'other'
        ? comment.subject
          ? t('onSubject', { subject: comment.subject })
          : t('onOtherSubject')
        : t('onCirculation')),
    placeOf: (comment) => places.get(idOf(comment)) ?? 0,
  }
}

/** All public comments of one State or organisation, in the order of the lists. */
export function entityPage(
  circulation: PostedCirculation,
  targets: Targets,
  comments: readonly PostedComment[],
): string {
  const t = translations('postedComments')
  const { slug, id, title } = circulation
  const ordered = comments.toSorted((a, b) => targets.placeOf(a) - targets.placeOf(b))
  return postedPage(circulation, {
    title: t('entityTitle', { name: comments[0]?.name ?? '' }),
    lead: t('title', { title }),
    parts: ordered.map((comment) => {
      const name = withGroup(targets.nameOf(comment), comment.onBehalf)
      const { itemId } = comment
      return html`${commentHtml(comment, name, 'h2')}${
        itemId &&
        html`<p><a href="${paths.publicCirculationItem(slug, id, itemId)}">${t('allOnItem')}</a></p>`
      }`
    }),
  })
}

/** All public comments that are on no single item. */
export function generalPage(
  circulation: PostedCirculation,
  targets: Targets,
  comments: readonly PostedComment[],
): string {
  const t = translations('postedComments')
  return postedPage(circulation, {
    title: t('generalTitle'),
    lead: t('title', { title: circulation.title }),
    parts:
      comments.length === 0
        ? [html`<p>${t('none')}</p>`]
        : comments.map((comment) =>
            commentHtml(
              comment,
              t('entryTitle', {
                name: withGroup(comment.name, comment.onBehalf),
                about: targets.nameOf(comment),
              }),
              'h2',
            ),
          ),
  })
}
