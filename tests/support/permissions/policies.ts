import * as amendments from '@/lib/amendments/policy'
import * as circulation from '@/lib/circulation/policy'
import * as commenting from '@/lib/circulation/comments/policy'
import * as compilation from '@/lib/circulation/compilation/policy'
import * as papers from '@/lib/circulation/papers/policy'
import * as requests from '@/lib/circulation/requests/policy'
import * as responses from '@/lib/circulation/responses/policy'
import * as comments from '@/lib/comments/policy'
import * as consolidation from '@/lib/consolidation/policy'
import * as accounts from '@/lib/auth/accounts/policy'
import * as delegations from '@/lib/delegations/policy'
import * as documents from '@/lib/documents/policy'
import * as proposals from '@/lib/proposals/policy'
import * as notifications from '@/lib/notifications/policy'
import * as decisions from '@/lib/sessions/decisions/policy'
import * as attributions from '@/lib/sessions/attribution/policy'
import * as groups from '@/lib/sessions/groups/policy'
import * as reports from '@/lib/report/policy'
import * as sessions from '@/lib/sessions/policy'
import * as silences from '@/lib/silence/policy'

/** The policy functions that were called, as “room.function”. */
export const called = new Set<string>()

/** The policy of a room whose functions note that they were called. */
function watched<Room extends object>(name: string, room: Room): Room {
  return new Proxy(room, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => {
        called.add(`${name}.${String(key)}`)
        return value(...args)
      }
    },
  })
}
export const rooms = {
  accounts,
  amendments,
  attributions,
  commenting,
  comments,
  compilation,
  consolidation,
  decisions,
  groups,
  notifications,
  delegations,
  documents,
  papers,
  proposals,
  reports,
  requests,
  responses,
  sessions,
  silences,
}
export const a_ = watched('amendments', amendments)
export const b_ = watched('attributions', attributions)
export const z_ = watched('reports', reports)
export const e_ = watched('decisions', decisions)
export const g_ = watched('groups', groups)
export const c_ = watched('comments', comments)
export const h_ = watched('commenting', commenting)
export const k_ = watched('compilation', compilation)
export const t_ = watched('requests', requests)
export const r_ = watched('responses', responses)
export const l_ = watched('consolidation', consolidation)
export const d_ = watched('delegations', delegations)
export const o_ = watched('documents', documents)
export const u_ = watched('accounts', accounts)
export const n_ = watched('notifications', notifications)
export const p_ = watched('proposals', proposals)
export const s_ = watched('sessions', sessions)
export const v_ = watched('circulation', circulation)
export const q_ = watched('silences', silences)
export const f_ = watched('papers', papers)
