import { Feed } from 'feed'
import { max } from 'date-fns/max'
import { html, linesOfHtml } from '@/lib/html/safe-html'
import { paths } from '@/lib/paths'
import { withGroup } from '@/lib/sessions/attribution/attribution'
import { translations } from '@/lib/messages'
import { endLine, factsOf, wordingHtml } from './pages/comment'
import type { Targets } from './pages/listed'
import { changedAt, hasWords, type PostedCirculation, type PostedComment } from './views'

/** The maximum number of comments in the feed. */
export const FEED_LENGTH = 100

/**
 * The Atom feed of public comments, the latest change first. A retracted comment appears again, as a line without its
 * words, so that feed readers replace their copy.
 */
export function postedFeed(
  circulation: PostedCirculation,
  targets: Targets,
  comments: readonly PostedComment[],
  addressOf: (path: string) => string,
): string {
  const t = translations('postedComments')
  const { slug, id, title, from } = circulation
  const feed = new Feed({
    id: `urn:uuid:${id}`,
    title: t('feedTitle', { title }),
    link: addressOf(paths.publicCirculation(slug, id)),
    feedLinks: { atom: addressOf(paths.publicCirculationFeed(slug, id)) },
    updated: max([from, ...comments.map((comment) => changedAt(comment, from))]),
    copyright: t('asReceived'),
    generator: 'Stocktake',
  })
  for (const comment of comments) {
    const isShown = hasWords(comment)
    const values = {
      name: withGroup(comment.name, comment.onBehalf),
      about: targets.nameOf(comment),
    }
    feed.addItem({
      id: `urn:uuid:${comment.id}`,
      title: escaped(t(isShown ? 'entryTitle' : 'entryRetracted', values)),
      link: addressOf(paths.publicCirculationComment(slug, comment.id)),
      date: changedAt(comment, from),
      published: max([comment.releasedAt, from]),
      author: [{ name: comment.name }],
      description: escaped(isShown ? factsOf(comment).join(' · ') : endLine(comment)),
      ...(isShown && contentOf(comment)),
    })
  }
  return feed.atom1()
}

/** The words of a comment and the wording that it proposes, marked against the item; nothing without either. */
function contentOf(comment: PostedComment): { content: string } | undefined {
  const words = comment.text && html`<p>${linesOfHtml(comment.text)}</p>`
  const content = html`${words}${wordingHtml(comment)}`.text
  return content === '' ? undefined : { content }
}

/** Titles and summaries of the feed are HTML. */
const escaped = (words: string): string => html`${words}`.text
