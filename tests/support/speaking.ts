import type { SignedIn } from '@/lib/delegations/actor'
import { askFloor, setSpeakersList } from '@/lib/meetings/speakers/commands'
import { callSpeaker } from '@/lib/meetings/speakers/floor'
import { listFloorHolders } from '@/lib/meetings/speakers/floor-queries'
import { getSpeakersList } from '@/lib/meetings/speakers/queries'
import { AskFloor, SetSpeakersList } from '@/lib/meetings/speakers/schema'
import type { Scenario } from './scenario'

/** The acts on lists of speakers. `about` is asked at each act; `listId` is the list of agenda item 2. */
export function speaking(about: () => { cast: Scenario; listId: string }) {
  const opensOn = async (item: '2' | '3', opensAt = '2020-07-27T10:00'): Promise<string> => {
    const { cast } = about()
    const minutes = { stateMinutes: '5', groupMinutes: '8', otherMinutes: '3' }
    const list = {
      sessionId: cast.session.id,
      agendaItemId: cast.agenda[item],
      opensAt,
      ...minutes,
    }
    await setSpeakersList(cast.secretariat, SetSpeakersList.parse(list))
    return (await getSpeakersList(cast.session, item)).list!.id
  }
  const view = async () => (await getSpeakersList(about().cast.session, '2')).list
  return {
    opensOn,
    opens: (opensAt: string) => opensOn('2', opensAt),
    view,
    asks: (actor: SignedIn, patch: object = {}) =>
      askFloor(actor, AskFloor.parse({ listId: about().listId, kind: 'state', ...patch })),
    /** Gives the floor as a page does that was read at this moment. */
    calls: async (statementId: string, actor = about().cast.chair) =>
      callSpeaker(actor, { statementId, held: await listFloorHolders(about().cast.session) }),
    idOf: async (speaker: string) =>
      (await view())!.statements.find((statement) => statement.speaker === speaker)!.id,
  }
}
