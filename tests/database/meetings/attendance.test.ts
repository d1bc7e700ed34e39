import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { noteAttendance, setAttendance } from '@/lib/meetings/attendance/commands'
import { getAttendance } from '@/lib/meetings/attendance/queries'
import { NoteAttendance, SetAttendance } from '@/lib/meetings/attendance/schema'
import { addPanellist, setPanellists } from '@/lib/meetings/panellists/commands'
import { AddPanellist, SetPanellists } from '@/lib/meetings/panellists/schema'
import { type Scenario, scenario } from '@/tests/support/scenario'
import { versionOf } from '@/tests/support/sitting'

let cast: Scenario
let sessionId: string
beforeEach(async () => {
  cast = await scenario({ submission: 'closed', comments: 'closed' })
  sessionId = cast.session.id
})
const read = async () => ({ sessionId, version: await versionOf(sessionId) })

describe('panellists and attendance', () => {
  test('are set by a paste and by a form, in their order', async () => {
    const paste = {
      ...(await read()),
      agendaItemId: cast.agenda['2'],
      lines:
        'Mr. Aldo Reyne (Arvenia), Ms. Celia Montaro (Corvina) and Dr. Bastien Kolo (Belmara).',
    }
    await setPanellists(cast.secretariat, SetPanellists.parse(paste))
    const one = {
      ...(await read()),
      agendaItemId: cast.agenda['2'],
      honorific: 'Ms.',
      name: 'Elin Tarvas',
      affiliation: 'Estavia',
    }
    await addPanellist(cast.secretariat, AddPanellist.parse(one))
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

  test('are counted by kind, provisionally until the counts are closed', async () => {
    const told = { memberState: '94', observerState: '1', intergovernmental: 'some' }
    await setAttendance(cast.secretariat, SetAttendance.parse({ ...(await read()), ...told }))
    expect((await getAttendance(cast.session)).counts).toEqual([
      { kind: 'memberState', count: 94, provisional: true },
      { kind: 'observerState', count: 1, provisional: true },
      { kind: 'intergovernmental', count: null, provisional: true },
    ])
    await setAttendance(
      cast.secretariat,
      SetAttendance.parse({ ...(await read()), ...told, final: 'on' }),
    )
    expect(
      (await getAttendance(cast.session)).counts.every(({ provisional }) => !provisional),
    ).toBe(true)
    const { entityId } = await db.delegation.findUniqueOrThrow({ where: { id: cast.arvenia.id } })
    await noteAttendance(
      cast.secretariat,
      NoteAttendance.parse({ ...(await read()), how: 'signIn', entities: entityId }),
    )
    expect((await getAttendance(cast.session)).notedByKind).toEqual([
      { kind: 'memberState', count: 1 },
    ])
    expect(SetAttendance.safeParse({ ...(await read()), memberState: 'many' }).success).toBe(false)
  })
})
