import { paths } from '@/lib/paths'

/** A console of the plenary in a browser: its address, and the cookie. */
export type Console = { url: string; slug: string; cookie: string }

/**
 * Types into the item before the room, as the console's editor sends it; `version` is the last version that it saw.
 * Returns the present version.
 */
export async function typeOnScreen(
  { url, slug, cookie }: Console,
  typed: { id: string; version: number; text: string },
): Promise<number> {
  const answer = await fetch(`${url}${paths.typing(slug)}`, {
    method: 'PUT',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ ...typed, baseNumber: 1 }),
  })
  if (!answer.ok) throw new Error(`Typing was answered ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as { version: number }).version
}

/** Opens the console and returns the act of its button for the next item: the server action, sent as a form. */
export async function pressNext({ url, slug, cookie }: Console): Promise<() => Promise<void>> {
  const address = `${url}${paths.console(slug)}`
  const page = await (await fetch(address, { headers: { cookie } })).text()
  const form = /data-key="j"[^]*?<form[^]*?<\/form>/.exec(page)?.[0]
  if (!form) throw new Error('The console has no button for the next item.')
  const fields = new FormData()
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const read = (name: string) =>
      unescaped(new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '')
    fields.append(read('name'), read('value'))
  }
  return async () => {
    const headers = { cookie, origin: url }
    const answer = await fetch(address, { method: 'POST', headers, body: fields })
    if (!answer.ok) throw new Error(`The next item was answered ${answer.status}.`)
    await answer.text()
  }
}

const SIGNS: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }
const unescaped = (html: string) =>
  html.replace(/&(#?\w+);/g, (all, name: string) => SIGNS[name] ?? all)
