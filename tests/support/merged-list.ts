import { outputFile } from '@/lib/consolidation/outputs/files'
import type { OutputAsked } from '@/lib/consolidation/outputs/formats'
import { listDecisions } from '@/lib/consolidation/outputs/decisions-queries'
import { getPrintedList } from '@/lib/consolidation/outputs/printed-queries'
import { linkSources, setAside } from '@/lib/consolidation/desk/source-commands'
import type { SignedIn } from '@/lib/delegations/actor'
import { getSession } from '@/lib/sessions/queries'
import { type StockTaking, stockTaking } from './stock-taking'

/** A stock-taking whose four sources have an outcome: one item of two, one of one and a part, one source set aside. */
export async function mergedList() {
  const cast = await stockTaking([
    'Member States should adopt laws.',
    'Member States should enact laws.',
    'Member States should share information.',
    'Member States should report each year.',
  ])
  const [a, b, c, d] = cast.sources as [string, string, string, string]
  const merged = await cast.makes([a, b], 'Member States should adopt and enact laws')
  const single = await cast.makes([c], 'Member States should share information.', 'Prevention')
  await linkSources(cast.rapporteur, {
    slug: cast.slug,
    id: single,
    itemIds: [b],
    taken: 'part',
    words: 'enact',
    reason: '',
    strengthConfirmed: true,
  })
  await setAside(cast.rapporteur, {
    slug: cast.slug,
    itemIds: [d],
    kind: 'deferred',
    reason: 'For the next session.',
  })
  return { cast, merged, single }
}

/** The list as it is printed for somebody, and the files that are made of it for the Chair. */
export function printing(now: () => StockTaking) {
  const printed = async (actor: SignedIn = now().chair) =>
    getPrintedList(actor, await getSession(actor, now().slug))
  const output = async (asked: Partial<OutputAsked>) => {
    const decisions = await listDecisions(now().session.id)
    const all: OutputAsked = {
      what: 'list',
      format: 'json',
      attribution: false,
      way: 'items',
      ...asked,
    }
    return (await outputFile({ list: await printed(), decisions }, all)).body
  }
  return { printed, output }
}
