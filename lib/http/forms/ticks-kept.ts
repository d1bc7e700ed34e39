/** Hidden fields that say which state of its objects a form shows. */
const GUARDS = ['version', 'baseNumber', 'revisionNumber', 'before']

/**
 * The page with the boxes and choices of the refused form as they were sent. React draws them as a new page has them:
 * only fields that read the state of the form come back by themselves. A tick does not come back on what has changed
 * since the page that was sent: the person must look at it first.
 */
export function ticksKept(page: string, notice: string, sent: FormData): string {
  const from = page.lastIndexOf('<form', page.indexOf(notice))
  if (from < 0) return page
  const to = page.indexOf('</form>', from)
  const { id } = attributesOf(/^<form[^>]*>/.exec(page.slice(from))?.[0] ?? '')
  const isOwn = ({ form }: Attributes, at: number): boolean =>
    form === undefined ? at > from && at < to : form === id
  const drawn: Attributes = {}
  for (const { 0: tag, index } of page.matchAll(INPUT)) {
    const input = attributesOf(tag)
    if (input.type === 'hidden' && input.name && isOwn(input, index))
      drawn[input.name] = input.value ?? ''
  }
  const values = (name: string): string[] =>
    sent
      .getAll(name)
      .flatMap((value) => (typeof value === 'string' ? [value.replaceAll('\r\n', '\n')] : []))
  if (GUARDS.some((name) => drawn[name] !== undefined && drawn[name] !== values(name)[0]))
    return page
  const changed = changedValues(values('seen')[0], drawn.seen)
  return page.replace(INPUT, (tag: string, at: number) => {
    const input = attributesOf(tag)
    const { type, name, value = 'on' } = input
    if ((type !== 'checkbox' && type !== 'radio') || !name || !isOwn(input, at)) return tag
    if (type === 'radio' && !sent.has(name)) return tag
    const isTicked = values(name).includes(value) && !changed.has(value)
    if (isTicked === (input.checked !== undefined)) return tag
    return isTicked ? tag.replace(/\s*\/?>$/, ' checked=""/>') : tag.replace(/\schecked=""/, '')
  })
}

/** An input as React writes it: double quotes alone, and none of these signs within them. */
const INPUT = /<input\b(?:[^>"]|"[^"]*")*>/g

/** The values whose version on the new page is another than on the page that was sent. */
function changedValues(sent: string | undefined, drawn: string | undefined): Set<string> {
  if (sent === undefined || drawn === undefined) return new Set()
  const now = new Set(drawn.split(' '))
  return new Set(
    sent.split(' ').flatMap((seen) => (now.has(seen) ? [] : [seen.slice(0, seen.indexOf(':'))])),
  )
}

type Attributes = Record<string, string | undefined>

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

const attributesOf = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/\s([^\s"=<>/]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
      name!,
      (value ?? '').replace(/&(amp|lt|gt|quot|#x27);/g, (_, sign: string) => SIGNS[sign]!),
    ]),
  )
