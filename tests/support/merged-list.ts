import { linkSources, setAside } from '@/lib/consolidation/desk/source-commands'
import { stockTaking } from './stock-taking'

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
