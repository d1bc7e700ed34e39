import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { html, type SafeHtml } from './safe-html'
import type { Scheme } from './scheme'

export type ShellLink = { href: string; label: string }

/** The header of every page in plain values, rendered alike by components and by documents without script. */
export type Shell = {
  /** The session, or the part of the site, in which the page stands. */
  currentLink: ShellLink | null
  /** The main ways of this person. */
  ways: readonly ShellLink[]
  /** The person's inbox and its number of unread rows; null for people without one. */
  desk: (ShellLink & { unread: number }) | null
  /** The page of all proposals and texts that may be searched, or null. */
  search: ShellLink | null
  /** The person's account, or the link to sign in. */
  account: ShellLink & { isSignedIn: boolean }
  scheme: Scheme
  /** The notice above the header of every page, as that this is a demonstration; or nothing. */
  notice: string | null
}

const HEADER = '<!--site-header-->'
const FOOTER = '<!--site-footer-->'

/** The places of header and footer in a document that is rendered before its reader is known. */
export const headerPlace: SafeHtml = html`<!--site-header-->`
export const footerPlace: SafeHtml = html`<!--site-footer-->`

/** The document with this reader's header, footer and colours. Content is escaped, so that no text can be taken for a place. */
export function inShell(document: string, shell: Shell): string {
  const scheme = shell.scheme === 'system' ? '' : ` data-scheme="${shell.scheme}"`
  return document
    .replace('<html ', () => `<html${scheme} `)
    .replace(HEADER, () => header(shell).text)
    .replace(FOOTER, () => footer().text)
}

/** The links under every page: help, and the public pages. */
export function footerLinks(): ShellLink[] {
  const t = translations('shell')
  return [
    { href: paths.help, label: t('help') },
    { href: paths.glossary, label: t('glossary') },
    { href: paths.contact, label: t('contact') },
    { href: paths.publicHome, label: t('published') },
  ]
}

/** The sentence under every page that names the clock of its times. */
export const clockNote = (): string => translations('shell')('clock')

/** The menu of a small screen; `part` begins a new part of it. */
export function menuLinks({
  desk,
  ways,
  search,
  account,
}: Pick<Shell, 'desk' | 'ways' | 'search' | 'account'>): (ShellLink & { part?: true })[] {
  const [help, ...otherLinks] = footerLinks()
  return [
    ...(desk ? [desk] : []),
    ...ways,
    ...(search ? [search] : []),
    { href: account.href, label: account.label, part: true },
    { ...help!, part: true },
    ...otherLinks.filter(({ href }) => href !== paths.publicHome),
  ]
}

/** The lines of the icons, of 24 by 24, as Lucide draws them (ISC licence). */
const icons = {
  menu: ['M4 5h16', 'M4 12h16', 'M4 19h16'],
  search: ['m21 21-4.34-4.34', 'M11 3a8 8 0 1 0 0 16a8 8 0 1 0 0-16'],
  desk: [
    'M22 12h-6l-2 3h-4l-2-3H2',
    'M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z',
  ],
  account: ['M19 21v-2a4 4 0 0 0-4-4H9a4 4 0 0 0-4 4v2', 'M12 3a4 4 0 1 0 0 8a4 4 0 1 0 0-8'],
} as const

const icon = (name: keyof typeof icons): SafeHtml =>
  html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${icons[
    name
  ].map((line) => html`<path d="${line}"/>`)}</svg>`

function header({ currentLink, ways, desk, search, account, notice }: Shell): SafeHtml {
  const t = translations('shell')
  const link = ({ href, label }: ShellLink) => html`<a href="${href}">${label}</a>`
  const menu = menuLinks({ desk, ways, search, account })
  const unread = desk && desk.unread > 0 && html`<b class="site-count">${desk.unread}</b>`
  return html`${notice && html`<aside class="site-notice" aria-label="${t('demonstrationLabel')}">${notice}</aside>\n`}<header class="site"><div class="site-line">
<button type="button" class="site-button site-menu-button" popovertarget="site-menu" aria-label="${t('menu')}">${icon('menu')}</button>
<a class="site-name" href="${paths.home}">Stocktake</a>
${currentLink && html`<a class="site-here" href="${currentLink.href}">${currentLink.label}</a>`}
<nav class="site-ways" aria-label="${t('main')}">${ways.map(link)}</nav>
<div class="site-own">
${search && html`<a class="site-button site-search" href="${search.href}">${icon('search')}<span>${search.label}</span></a>`}
${desk && html`<a class="site-button" href="${desk.href}">${icon('desk')}<span>${desk.label}</span>${unread}</a>`}
<a class="site-button${!account.isSignedIn && ' site-enter'}" href="${account.href}">${icon('account')}<span>${account.label}</span></a>
</div></div>
<nav id="site-menu" class="site-menu" popover aria-label="${t('menu')}">${menu.map(
    ({ href, label, part }) => html`<a href="${href}"${part && html` data-part`}>${label}</a>`,
  )}</nav>
</header>`
}

const footer = (): SafeHtml =>
  html`<footer class="site-foot"><div><nav aria-label="${translations('shell')('about')}">${footerLinks().map(
    ({ href, label }) => html`<a href="${href}">${label}</a>`,
  )}</nav><p>${clockNote()}</p></div></footer>`
