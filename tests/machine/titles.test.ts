import { afterEach, expect, test } from 'vitest'
import { closeDatabase, db } from '@/lib/db/client'
import { castDelegations, castOfficers } from '@/lib/demonstration/cast'
import { paths } from '@/lib/paths'
import { linksOf, plain } from '@/tests/support/html-forms'
import { type Browser, browserOf, kindOf, running } from '@/tests/support/scriptless'

afterEach(closeDatabase)

const arvenia = castDelegations.arvenia.people.head.email
const belmara = castDelegations.belmara.people.head.email
const secretariat = castOfficers.secretariat.email

const titleOf = (page: string): string => plain(/<title>([^<]*)/.exec(page)?.[1] ?? '')

/** The titles of pages whose address names a thing, by address: up to three of a kind, along links. */
async function titlesAlong({ get }: Browser, most: number): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  const asked = new Map<string, number>()
  const waiting = ['/', '/sessions']
  for (let looked = 0; waiting.length > 0 && looked < most; ) {
    const address = waiting.shift()!
    const kind = kindOf(address)
    if ((asked.get(kind) ?? 0) >= 3 || /^\/public|\?|export|stream|\/print|projector/.test(address))
      continue
    asked.set(kind, (asked.get(kind) ?? 0) + 1)
    looked++
    const page = await get(address)
    if (page && kind.replace(/^\/sessions\/#/, '').includes('#')) titles.set(address, titleOf(page))
    waiting.push(...linksOf(page))
  }
  return titles
}

test('a title names the thing of its page, and no draft to another delegation', async () => {
  const { url } = await running()
  for (const email of [arvenia, secretariat]) {
    const titles = await titlesAlong(await browserOf(url, email), 160)
    const byTitle = new Map<string, string[]>()
    for (const [address, title] of titles)
      byTitle.set(title, [...(byTitle.get(title) ?? []), address])
    expect(titles.size).toBeGreaterThan(25)
    expect([...byTitle.values()].filter((addresses) => addresses.length > 1)).toEqual([])
  }
  const draft = await db.draft.findFirstOrThrow({
    where: { delegation: { entity: { name: 'Arvenia' } }, submittedAt: null, discardedAt: null },
    select: { id: true, session: { select: { slug: true } }, agendaItem: true },
  })
  const address = paths.draft(draft.session.slug, draft.id)
  expect(draft.agendaItem).not.toBeNull()
  const own = titleOf(await (await browserOf(url, arvenia)).get(address))
  expect(own).toContain(draft.agendaItem!.title)
  const others = titleOf(await (await browserOf(url, belmara)).get(address))
  expect(others).not.toContain(draft.agendaItem!.title)
}, 240_000)
