import type { SignedIn } from '@/lib/delegations/actor'
import { registerPeople } from '@/lib/delegations/people-import/commands'
import { previewPeople } from '@/lib/delegations/people-import/queries'
import { RegisterPeople } from '@/lib/delegations/people-import/schema'
import type { Scenario } from './scenario'

/** Lists of delegations and people that the Secretariat, or another actor, looks at and registers in the cast's session. */
export function peopleLists(cast: () => Scenario) {
  const input = (list: string) => RegisterPeople.parse({ sessionId: cast().session.id, list })
  const preview = (list: string, actor: SignedIn = cast().secretariat) =>
    previewPeople(actor, input(list))
  const register = (list: string, actor: SignedIn = cast().secretariat) =>
    registerPeople(actor, input(list))
  /** "3 state": the line and the key of each problem. */
  const badLines = async (list: string) =>
    (await preview(list)).problems.map(({ line, key }) => `${line} ${key}`)
  return { input, preview, register, badLines }
}
