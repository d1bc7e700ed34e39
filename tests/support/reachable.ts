import { linksOf, plain } from './html-forms'
import type { WayIn } from './ways-in'

/** The way in that matches an address, with the fewest `[names]`; null if none matches. */
function wayOf(address: string, ways: readonly WayIn[]): string | null {
  const { pathname } = new URL(address, 'http://localhost')
  const fitting = ways.filter((way) => patternOf(way.address).test(pathname))
  const open = (way: WayIn) => way.address.match(/\[/g)?.length ?? 0
  return fitting.toSorted((a, b) => open(a) - open(b))[0]?.address ?? null
}

const patternOf = (address: string): RegExp =>
  new RegExp(
    `^${address
      .split('/')
      .map((part) => (part.startsWith('[...') ? '.+' : part.startsWith('[') ? '[^/]+' : part))
      .join('/')}/?$`,
  )

/** The targets of a page's links and of its GET forms, each form with its first choice. */
function leadsTo(html: string): string[] {
  const forms = [...html.matchAll(/<form\s([^>]*)>(.*?)<\/form>/gs)].flatMap(([, tag, fields]) => {
    const action = /\baction="(\/[^"]*)"/.exec(tag!)?.[1]
    return action && !/method="post"/i.test(tag!) ? [`${plain(action)}${asked(fields!)}`] : []
  })
  return [...new Set([...linksOf(html), ...forms])]
}

/** The query of a form's hidden fields and of its first checkbox. */
function asked(fields: string): string {
  const search = new URLSearchParams()
  for (const [input] of fields.matchAll(/<input[^>]*>/g)) {
    const [type, name, value] = ['type', 'name', 'value'].map(
      (attribute) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(input)?.[1],
    )
    const isSent = type === 'hidden' || (type === 'checkbox' && !search.has(name ?? ''))
    if (name && isSent) search.append(name, plain(value ?? ''))
  }
  return search.size > 0 ? `?${search}` : ''
}

/** Addresses of one way are of one kind, but for those that ask for a part of it. */
const kindOf = (address: string, way: string): string => (address.includes('?') ? `${way} ?` : way)

export type Visit = { from: string; to: string; answer: string }

/**
 * Walks from the front page by what each page leads to, so many addresses of a way as `most` says. `open` answers with
 * the page's HTML, or with the reason why no link should lead this person there. Addresses that are not wanted
 * are left out.
 */
export async function walk(
  ways: readonly WayIn[],
  open: (address: string) => Promise<{ html: string; leads?: string[]; wrong?: string }>,
  most: (way: string) => number,
  isWanted: (address: string) => boolean = () => true,
): Promise<{ reached: Set<string>; wrong: Visit[] }> {
  const reached = new Set<string>()
  const wrong: Visit[] = []
  const counts = new Map<string, number>()
  const known = new Set(['/'])
  const queue = [{ from: '', to: '/' }]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { from, to } = next
    const way = wayOf(to, ways)
    const { html, leads = [], wrong: why } = await open(to)
    if (why) wrong.push({ from, to, answer: why })
    else if (way) reached.add(way)
    for (const address of [...leadsTo(html), ...leads]) {
      if (known.has(address) || !isWanted(address)) continue
      known.add(address)
      const way = wayOf(address, ways) ?? 'elsewhere'
      const kind = kindOf(address, way)
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      if (count <= most(way)) queue.push({ from: to, to: address })
    }
  }
  return { reached, wrong }
}
