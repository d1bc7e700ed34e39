import { beforeEach, expect, test } from 'vitest'
import { actorOf } from '@/lib/auth/current-actor'
import { beginSignIn, endSignIn } from '@/lib/auth/sign-in/sign-ins'
import { viewerOf } from '@/lib/auth/viewer'
import { db, systemTransaction } from '@/lib/db/client'
import type { SignedIn } from '@/lib/delegations/actor'
import { withdrawDelegation } from '@/lib/delegations/commands'
import { endOfficer } from '@/lib/delegations/offices/commands'
import { changeRepresentative, endRepresentative } from '@/lib/delegations/memberships/commands'
import { announce } from '@/lib/live/announce'
import { eventStream } from '@/lib/live/stream'
import { type Scenario, scenario } from '@/tests/support/scenario'

let cast: Scenario
beforeEach(async () => {
  cast = await scenario()
})

/** A person's open live view: reads its next event, or null once the view has ended. */
async function opens(someone: SignedIn) {
  const signIn = await systemTransaction((tx) => beginSignIn(tx, someone.personId))
  // Like the result of `currentActor`: with the person's request.
  const actor = { ...(await actorOf(signIn)), request: { arrivedAt: new Date() } } as SignedIn
  const loads = { count: 0 }
  const { body } = eventStream(new Request('http://localhost/stream'), viewerOf(actor, signIn), {
    topic: cast.session.id,
    audience: someone.personId,
    load: async () => `load ${(loads.count += 1)}`,
  })
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  const hears = async (words: string | null): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return expect(words).toBeNull()
      if (words !== null && value.includes(words)) return
    }
  }
  await hears('load 1')
  return { signIn, actor, hears, close: () => reader.cancel() }
}

const placeOf = (actor: SignedIn) =>
  actor.memberships.find(({ sessionId }) => sessionId === cast.session.id)!

test('a live view goes on while its viewer is who they were', async () => {
  const view = await opens(cast.arvenia.head)
  await systemTransaction((tx) => announce(tx, `access:${view.actor.personId}`))
  await systemTransaction((tx) => announce(tx, cast.session.id))
  await view.hears('load 2')
  await systemTransaction((tx) => announce(tx, cast.session.id))
  await view.hears('load 3')
  await view.close()
})

test.each<[string, (view: { signIn: string; actor: SignedIn }) => Promise<unknown>]>([
  [
    'whose place was ended',
    ({ actor }) =>
      endRepresentative(cast.secretariat, { representativeId: placeOf(actor).representativeId }),
  ],
  [
    'who may not submit any more',
    ({ actor }) =>
      changeRepresentative(cast.secretariat, {
        representativeId: placeOf(actor).representativeId,
        role: 'head',
        wasRole: 'head',
        maySubmit: false,
        wasMaySubmit: true,
      }),
  ],
  [
    'whose delegation was withdrawn',
    ({ actor }) =>
      withdrawDelegation(cast.secretariat, { delegationId: placeOf(actor).delegationId }),
  ],
  ['who signed out', ({ signIn }) => endSignIn(signIn)],
  [
    'whose account was closed',
    ({ actor }) =>
      db.$executeRaw`UPDATE "Person" SET "disabledAt" = now() WHERE id = ${actor.personId}::uuid`,
  ],
])('the live view of somebody %s ends at once', async (_, removes) => {
  const view = await opens(cast.arvenia.head)
  await removes(view)
  await view.hears(null)
  await db.$executeRaw`UPDATE "Person" SET "disabledAt" = NULL`
})

test('the live view of an officer whose office was ended ends at once', async () => {
  const view = await opens(cast.rapporteur)
  const { id: officeId } = await db.office.findFirstOrThrow({
    where: { personId: view.actor.personId, endedAt: null, sessionId: cast.session.id },
  })
  await endOfficer(cast.secretariat, { sessionId: cast.session.id, officeId })
  await view.hears(null)
})
