import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { addPanellist, setPanellists } from '@/lib/meetings/panellists/commands'
import { AddPanellist, SetPanellists } from '@/lib/meetings/panellists/schema'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { sessionForm, versionOf } from '@/tests/support/sitting'

let cast: Scenario
let sessionId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
})
const read = () => sessionForm(sessionId)

describe('panellists', () => {
  test('are set by a paste and by a form, in their order', async () => {
    const paste = {
      ...(await read()),
      agendaItemId: cast.agenda['2'],
      lines:
        'Mr. Aldo Reyne (Arvenia), Ms. Celia Montaro (Corvina) and Dr. Bastien Kolo (Belmara).',
    }
    await setPanellists(cast.secretariat, SetPanellists.parse(paste))
    const panellist = {
      ...(await read()),
      agendaItemId: cast.agenda['2'],
      honorific: 'Ms.',
      name: 'Elin Tarvas',
      affiliation: 'Estavia',
    }
    await addPanellist(cast.secretariat, AddPanellist.parse(panellist))
    const rows = await db.panellist.findMany({ where: { sessionId }, orderBy: { position: 'asc' } })
    expect(rows.map(({ name }) => name)).toEqual([
      'Aldo Reyne',
      'Celia Montaro',
      'Bastien Kolo',
      'Elin Tarvas',
    ])
    await expect(
      setPanellists(
        cast.chair,
        SetPanellists.parse({ ...paste, version: await versionOf(sessionId) }),
      ),
    ).rejects.toMatchObject({ reason: 'forbidden' })
    expect(
      SetPanellists.safeParse({ ...paste, lines: 'Mr. Nobody' }).error?.issues[0]?.message,
    ).toBe('panellistLine')
  })
})
