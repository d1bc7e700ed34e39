import { beforeEach, expect, test } from 'vitest'
import { askFloor, setSpeakersList } from '@/lib/meetings/speakers/commands'
import { callSpeaker, noteStatement } from '@/lib/meetings/speakers/floor'
import { getSpeakersList } from '@/lib/meetings/speakers/queries'
import { AskFloor, NoteStatement, SetSpeakersList } from '@/lib/meetings/speakers/schema'
import { associateAgain, dissociate } from '@/lib/sessions/attribution/commands'
import { GROUP, groupOfStates } from '@/tests/support/attributing'
import { openedSession } from '@/tests/support/opened-session'
import { scenario, type Scenario } from '@/tests/support/scenario'
import { reporting } from '@/tests/support/reporting'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
  await openedSession(cast)
})

const view = async () => (await getSpeakersList(cast.session, '2')).list!

/** Arvenia speaks on behalf of a group that it forms with Belmara and Corvina; returns its attribution. */
async function speaksForGroup(): Promise<string> {
  const { session, secretariat, arvenia, belmara, corvina } = cast
  const onBehalfOfId = await groupOfStates(cast, [arvenia, belmara, corvina])
  const minutes = { stateMinutes: '5', groupMinutes: '8', otherMinutes: '3' }
  const list = { sessionId: session.id, agendaItemId: cast.agenda['2'], ...minutes }
  await setSpeakersList(
    secretariat,
    SetSpeakersList.parse({ ...list, opensAt: '2020-07-27T10:00' }),
  )
  const { id: listId } = await view()
  await askFloor(arvenia.head, AskFloor.parse({ listId, kind: 'state', onBehalfOfId }))
  const [statement] = (await view()).statements
  await callSpeaker(secretariat, { statementId: statement!.id, held: [] })
  await noteStatement(secretariat, NoteStatement.parse({ statementId: statement!.id }))
  return statement!.onBehalf!.id
}
const { paragraph } = reporting(() => cast)
const statements = async () => (await paragraph('statements')).text

test('a member that dissociated itself from a statement for its group is named, until it associates itself again', async () => {
  const attributionId = await speaksForGroup()
  expect(await statements()).toContain(`Arvenia (on behalf of the ${GROUP}) `)
  await dissociate(cast.corvina.head, { attributionId, reason: '' })
  expect(await statements()).toContain(`Arvenia (on behalf of the ${GROUP}, except Corvina) `)
  await dissociate(cast.belmara.head, { attributionId, reason: '' })
  expect(await statements()).toContain(`${GROUP}, except Belmara and Corvina)`)
  await associateAgain(cast.corvina.head, { attributionId })
  expect(await statements()).toContain(`${GROUP}, except Belmara)`)
})
