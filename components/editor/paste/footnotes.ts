import type { Notices } from './notices'
import type { Styles } from './style'

const MARK = /^[[(]?(\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§^]{1,3})[\])]?$/i
const NOTE_TARGET = /^_?(ftn|edn|ftnt|fn|footnote|endnote|sdfootnote|sdendnote|cite_)/i
const BACK = /ref|anc$|back/i
const BODY =
  '[data-style*="mso-element:footnote"], [data-style*="mso-element:endnote"], [id^="sdfootnote"], [id^="sdendnote"], li, p, div'
const UNLINKED = '[class*="FootnoteReference" i], [class*="EndnoteReference" i]'

/** Takes footnotes, endnotes and their marks out of a page, and names them by their words. */
export function takeOutNotes(page: Document, styles: Styles, notices: Notices): void {
  const marks: Element[] = []
  const bodies = new Set<Element>()
  for (const link of page.querySelectorAll('a[href*="#"]')) {
    if (!isNote(link, styles)) continue
    const isBack = BACK.test(targetOf(link))
    const body = isBack ? link.parentElement?.closest(BODY) : null
    if (isBack) link.remove()
    else marks.push(link)
    if (body) bodies.add(body)
  }
  for (const mark of page.querySelectorAll(UNLINKED)) if (MARK.test(textOf(mark))) marks.push(mark)
  for (const body of bodies) notices.add('notes', textOf(body))
  for (const mark of marks) if (bodies.size === 0) notices.add('notes', textOf(mark))
  for (const element of [...marks, ...bodies]) element.remove()
}

/** Takes the comments of a word processor out of a page. */
export function takeOutComments(page: Document, notices: Notices): void {
  const comments = page.querySelectorAll(
    '[data-style*="mso-element:comment"], a.msocomanchor, [class*="MsoCommentReference"]',
  )
  for (const comment of comments) {
    if (comment.matches('[data-style*="mso-element:comment"]:not([data-style*="-list"])'))
      notices.add('comments', textOf(comment))
    else notices.add('comments')
  }
  for (const comment of comments) comment.remove()
}

function isNote(link: Element, styles: Styles): boolean {
  if (styles.of(link, 'mso-footnote-id') || styles.of(link, 'mso-endnote-id')) return true
  const isLocal = link.getAttribute('href')!.startsWith('#')
  if (NOTE_TARGET.test(targetOf(link))) return true
  return isLocal && MARK.test(textOf(link))
}

const targetOf = (link: Element): string => link.getAttribute('href')!.replace(/^[^#]*#/, '')

const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim()
