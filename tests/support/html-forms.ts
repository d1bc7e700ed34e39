/** A form as a browser without script finds it in a page. */
export type HtmlForm = {
  /** The act that the form calls: Next's own name of it. */
  act: string
  /** All values that it sends unchanged, with the first button. */
  fields: [name: string, value: string][]
  /** The fields into which words can be typed. */
  words: string[]
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
}
/** The text that HTML encodes. */
export const plain = (html: string): string =>
  html.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_, name: string) => ENTITIES[name]!)

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'i').exec(tag)
  return value ? plain(value[1] ?? '') : undefined
}

/** All forms of a page that ask for an act. */
export function formsOf(page: string): HtmlForm[] {
  return [...page.matchAll(/<form[\s>].*?<\/form>/gs)].flatMap(([form]) => {
    const fields: [string, string][] = []
    const words: string[] = []
    let button: [string, string] | undefined
    const elements = form.matchAll(
      /<input[^>]*>|<textarea[^>]*>(.*?)<\/textarea>|<select[^>]*>(.*?)<\/select>|<button[^>]*>/gs,
    )
    for (const [tag, text, options] of elements) {
      const name = attribute(tag, 'name')
      const type = attribute(tag, 'type') ?? 'text'
      const value = attribute(tag, 'value') ?? ''
      if (!name) continue
      if (tag.startsWith('<button')) button ??= [name, value]
      else if (tag.startsWith('<textarea')) {
        fields.push([name, plain(text ?? '')])
        words.push(name)
      } else if (tag.startsWith('<select')) fields.push([name, chosen(options ?? '')])
      else if (type === 'checkbox' || type === 'radio') {
        if (attribute(tag, 'checked') !== undefined || type === 'radio')
          if (!fields.some(([known]) => known === name && type === 'radio'))
            fields.push([name, value])
      } else {
        fields.push([name, value])
        if (type === 'text' && attribute(tag, 'inputmode') === undefined) words.push(name)
      }
    }
    const act = fields.find(([name]) => /^\$ACTION_(?:REF_|\d+:0|ID_)/.test(name))
    if (!act) return []
    const named = fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))
    const id = /"id":"([0-9a-f]+)"/.exec(named?.[1] ?? '')?.[1] ?? act[0]
    return [{ act: id, fields: button ? [...fields, button] : fields, words }]
  })
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option[^>]*>/g)].map(([tag]) => tag)
  const tag =
    all.find((option) => attribute(option, 'selected') !== undefined) ??
    all.find((option) => attribute(option, 'value') !== '') ??
    all[0]
  return tag ? (attribute(tag, 'value') ?? '') : ''
}

/** The targets of a page's links on this site. */
export const linksOf = (page: string): string[] => [
  ...new Set(
    [...page.matchAll(/<a\s[^>]*?href="(\/[^"]*)"/g)].map(
      ([, href]) => plain(href!).split('#')[0]!,
    ),
  ),
]
