import { printSeatTime } from '@/lib/clock'
import { writtenLanguage } from '@/lib/text/language'
import { element, html, inLanguage, linesOfHtml, type SafeHtml } from '@/lib/html/safe-html'
import { formatter, translations } from '@/lib/messages'
import type { OnBehalf } from '@/lib/sessions/attribution/attribution'
import { comparedParagraphs } from '@/lib/proposals/comparison'
import { diff } from '@/lib/text/diff/diff'
import { toMarked } from '@/lib/text/document/marked'
import { hasWords, type PostedComment } from '@/lib/circulation/posting/views'

/**
 * A public comment on its page: its author, position and words; a line after a retraction. Its title is a heading one
 * level below its section.
 */
export function commentHtml(comment: PostedComment, title: string, level: 'h2' | 'h3'): SafeHtml {
  return html`<article class="comment" id="comment-${comment.id}">${element(level, {}, title)}
${hasWords(comment) ? saidHtml(comment) : html`<p class="quiet">${endLine(comment)}</p>`}</article>`
}

/** The line that stays of a comment that was withdrawn or retracted. */
export function endLine(comment: PostedComment): string {
  const t = translations('postedComments')
  const { name, retractedAt, withdrawnAt } = comment
  if (retractedAt) {
    const by = comment.retractedBy === 'delegation' ? name : t('secretariat')
    return t('retracted', { name: by, time: printSeatTime(retractedAt) })
  }
  return withdrawnAt ? t('withdrawn', { name, time: printSeatTime(withdrawnAt) }) : ''
}

function saidHtml(comment: PostedComment): SafeHtml {
  const t = translations('postedComments')
  const { passage, text, language, replacedAt } = comment
  const quoted =
    passage && html`<blockquote>${t('onWords', { words: `\u2068${passage}\u2069` })}</blockquote>`
  const words = text && element('p', inLanguage(writtenLanguage(text, language)), linesOfHtml(text))
  const body = html`<p class="quiet">${factsOf(comment).join(' · ')}</p>
${quoted}${words}${wordingHtml(comment)}${responseHtml(comment)}`
  if (!replacedAt) return body
  const summary = t('earlier', { time: printSeatTime(replacedAt) })
  return html`<details><summary>${summary}</summary>${body}</details>`
}

/** Category and position, the release time, and the way of receipt. */
export function factsOf(comment: PostedComment): string[] {
  const t = translations('postedComments')
  const kinds = translations('comments')
  const { category, position, releasedAt, late, enteredBySecretariat, onBehalf } = comment
  return [
    ...(position === 'none' ? [] : [kinds(`positions.${position}`)]),
    kinds(`categories.${category}`),
    t('released', { time: printSeatTime(releasedAt) }),
    ...(onBehalf && onBehalf.members.length > 0 ? [membersOf(onBehalf)] : []),
    ...(late ? [t('late')] : []),
    ...(enteredBySecretariat ? [t('entered')] : []),
  ]
}

/** "Members on that day: Arvenia, Belmara (dissociated itself)". */
function membersOf({ members }: OnBehalf): string {
  const t = translations('onBehalf')
  const names = members.map(({ name, dissociated }) =>
    dissociated ? t('dissociatedName', { name }) : name,
  )
  return t('membersNamed', { names: formatter.list(names) })
}

/** The proposed wording, marked against the item; null for none. */
export function wordingHtml({ wording, base }: PostedComment): SafeHtml | null {
  if (!wording || !base) return null
  const t = translations('postedComments')
  const from = toMarked(base.body)
  const changes = diff(from, toMarked(wording), base.language)
  const paragraphs = comparedParagraphs(from, changes).map((parts) =>
    element(
      'p',
      inLanguage(base.language),
      parts.map(({ text, fate, italic }) => {
        const words = italic ? html`<i>${text}</i>` : html`${text}`
        if (fate === 'added') return html`<ins>${words}</ins>`
        return fate === 'removed' ? html`<del>${words}</del>` : words
      }),
    ),
  )
  return html`<p class="quiet">${t('wording')}</p>${paragraphs}`
}

function responseHtml({ response, name }: PostedComment): SafeHtml | null {
  if (!response) return null
  const t = translations('postedComments')
  const answers = translations('compilation')
  const { outcome, text, reply, replyText } = response
  return html`<div class="response"><p><b>${t('response')}:</b> ${answers(`outcomes.${outcome}`)}</p>
${text && html`<p dir="auto">${linesOfHtml(text)}</p>`}${
  reply &&
  html`<p class="quiet">${answers(`replies.${reply}`, { name })}</p>${replyText && html`<p dir="auto">${linesOfHtml(replyText)}</p>`}`
}</div>`
}
