import { randomUUID } from 'node:crypto'
import http from 'node:http'
import { cookieOf, submit } from './deadline'
import { formsOf } from './html-forms'

/** Sends the form of a page like a browser without script; `send` may be called later and repeatedly. */
type FormToSend = { send: () => Promise<string> }

/**
 * The form with a field of this name on the page of a signed-in person, filled with these words.
 * `send` returns the address to which the act led, or the page of the refusal.
 */
export async function formAt(
  address: string,
  { personId, site, field, words }: Asked,
): Promise<FormToSend> {
  const cookie = await cookieOf(personId)
  const page = await (await fetch(address, { headers: { cookie, accept: 'text/html' } })).text()
  const found = formsOf(page).find(({ fields }) => fields.some(([name]) => name === field))
  if (!found) throw new Error(`There is no form with "${field}" at ${address}.`)
  const form = new URLSearchParams(found.fields)
  form.set('formId', randomUUID())
  for (const [name, value] of Object.entries(words)) form.set(name, value)
  const ready = { id: '', address, cookie, form }
  return {
    send: async () => {
      const agent = new http.Agent()
      return submit(ready, agent, site).finally(() => agent.destroy())
    },
  }
}

type Asked = {
  personId: string
  /** The origin that the server accepts. */
  site: string
  field: string
  words: Record<string, string>
}

/** A page as this person sees it. */
export async function pageAt(address: string, personId: string): Promise<string> {
  const cookie = await cookieOf(personId)
  return (await fetch(address, { headers: { cookie, accept: 'text/html' } })).text()
}
