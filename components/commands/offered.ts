import { paths } from '@/lib/paths'
import { sessionSlugIn } from '@/lib/sessions/session-view'
import messages from '@/messages/commands.en.json'

/** Something that the command menu offers; `run` leads there or does it. */
export type Command = { value: string; label: string; run: () => void }
export type CommandGroup = { value: string; items: Command[] }

const PAGES = '.site-ways a, .site-own a, .session-rooms a, .site-foot a'
const ACTS = 'main a.button, main button, main [role="tab"], main nav:not(.session-rooms) a'
const NUMBER = /^#?\s*(\d{1,6})$/
const MOST_ACTS = 12

/** The commands for the typed words, by the content of the page: so nobody is offered a forbidden act. */
export function commandsFor(typed: string): CommandGroup[] {
  const words = typed.trim()
  const isMatch = ({ label }: Command) => folded(label).includes(folded(words))
  const acts = unique(visibleElements(ACTS).map(commandOf))
  const pages = unique(visibleElements(PAGES).map(commandOf))
  return [
    { value: messages.proposals, items: proposalsOf(words) },
    { value: messages.acts, items: acts.filter(isMatch).slice(0, MOST_ACTS) },
    { value: messages.pages, items: pages.filter(isMatch) },
    { value: messages.search, items: words && maySearch() ? [searchFor(words)] : [] },
  ].filter(({ items }) => items.length > 0)
}

/** The proposal of a number, in the session in which the page lies. */
function proposalsOf(words: string): Command[] {
  const number = NUMBER.exec(words)?.[1]
  const slug = sessionSlugIn(window.location.pathname)
  if (!number || !slug) return []
  const label = messages.proposal.replace('{number}', number)
  return [to(paths.proposal(slug, Number(number)), label)]
}

/** A person who may search has the search link in the header. */
export const maySearch = (): boolean => document.querySelector('.site-search') !== null

const searchFor = (words: string): Command =>
  to(paths.search(words), messages.searchFor.replace('{words}', words))

export const to = (href: string, label: string): Command => ({
  value: href,
  label,
  run: () => window.location.assign(href),
})

/** A link is followed; a button is brought into sight with the focus on it, as an act may be one of a State. */
function commandOf(element: HTMLElement): Command {
  const label = (element.getAttribute('aria-label') ?? element.textContent).trim()
  if (element instanceof HTMLAnchorElement) return { ...to(element.href, label) }
  return {
    value: `act ${label}`,
    label,
    run: () => {
      element.scrollIntoView({ block: 'center' })
      element.focus()
    },
  }
}

const visibleElements = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (element) => element.checkVisibility() && !element.matches(':disabled'),
  )

const unique = (commands: readonly Command[]): Command[] => {
  const byLabel = new Map(
    commands.filter(({ label }) => label !== '').map((command) => [command.label, command]),
  )
  return [...byLabel.values()]
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
