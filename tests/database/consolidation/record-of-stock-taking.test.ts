import { expect, test } from 'vitest'
import type { Actor } from '@/lib/delegations/actor'
import { adoptList } from '@/lib/plenary/adoption'
import { declareStatus } from '@/lib/plenary/commands'
import { RecordFilter } from '@/lib/sessions/record/filter'
import { listRecord } from '@/lib/sessions/record/queries'
import { scenario } from '@/tests/support/scenario'
import { stockTaking } from '@/tests/support/stock-taking'

test('the record tells of a consolidated list those who take part, and the others after its adoption', async () => {
  const cast = await stockTaking(['Member States should act.'])
  const guest = (await scenario()).corvina.head
  const told = async (actor: Actor, about = '') => {
    const { lines, matching } = await listRecord(actor, cast.session, RecordFilter.parse({ about }))
    expect(matching).toBe(lines.length)
    return lines
      .map(({ event }) => event)
      .filter((event) => event.startsWith('consolidation.') || event.startsWith('plenary.'))
  }
  const id = await cast.makes(cast.sources, 'Member States should act.', 'Cooperation')
  const { slug } = cast
  await declareStatus(cast.chair, { slug, id, wording: 1, kind: 'agreed', reason: '' })
  const whole = await told(cast.chair)
  expect(whole).toContain('consolidation.headingAdded')
  for (const actor of [cast.arvenia.adviser, cast.lumeria.head, cast.rapporteur, cast.secretariat])
    expect(await told(actor)).toEqual(whole)
  expect(await told(guest)).toEqual([])
  expect(await told(guest, 'consolidation')).toEqual([])
  await adoptList(cast.chair, { slug, meeting: 1 })
  expect(await told(guest)).toEqual(['consolidation.adopted', ...whole])
})
