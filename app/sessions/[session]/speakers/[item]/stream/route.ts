import { currentSignIn } from '@/lib/auth/current-actor'
import { viewerOf } from '@/lib/auth/viewer'
import { orNotFound } from '@/lib/errors'
import { handler } from '@/lib/http/access'
import { eventStream } from '@/lib/live/stream'
import { speakersTopic } from '@/lib/meetings/speakers/commands'
import { getSpeakersList, loadSpeakers } from '@/lib/meetings/speakers/queries'
import { getSession } from '@/lib/sessions/queries'

/** In the second in which a list opens, hundreds ask for the floor, and hundreds look: four views a second are enough. */
const GATHER = 250

/** The list of speakers, whenever somebody asks for the floor, gets it, speaks or withdraws. */
export const GET = handler('participant', async (actor, request, params) => {
  const session = await getSession(actor, params.session!)
  const { list } = await getSpeakersList(session, params.item!)
  const { id } = orNotFound(list)
  return eventStream(request, viewerOf(actor, await currentSignIn()), {
    topic: speakersTopic(id),
    audience: 'speakers',
    gather: GATHER,
    load: async () => JSON.stringify(await loadSpeakers(session, id)),
  })
})
