import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SessionNav } from '@/components/sessions/session-nav'
import type { SignedIn } from '@/lib/delegations/actor'
import type { SessionView } from '@/lib/sessions/session-view'

const adviser = {
  personId: 'p',
  name: 'Ansel Orin',
  offices: [],
  memberships: [{ sessionId: 's', delegationId: 'd', delegationState: 'registered' }],
} as unknown as SignedIn

const rapporteur = {
  ...adviser,
  memberships: [],
  offices: [{ kind: 'rapporteur', sessionId: 's' }],
} as unknown as SignedIn

const roomsOf = (about: Partial<SessionView>, actor = adviser) => {
  const session = { id: 's', slug: 'x', ordinal: 7, eventWord: 'session', groupName: 'Group' }
  const html = renderToStaticMarkup(
    <SessionNav actor={actor} session={{ ...session, ...about } as SessionView} path={null} />,
  )
  return [...html.matchAll(/<a [^>]*>([^<]+)<\/a>/g)].map(([, label]) => label)
}

test('a stock-taking offers proposals and drafts only where a period for submission was opened', () => {
  const period = { open: false } as SessionView['submission']
  const rooms = ['Proposals', 'Our drafts']
  expect(roomsOf({ kind: 'topical', submission: null })).toEqual(expect.arrayContaining(rooms))
  expect(roomsOf({ kind: 'stockTaking', submission: period })).toEqual(
    expect.arrayContaining(rooms),
  )
  const without = roomsOf({ kind: 'stockTaking', submission: null })
  for (const room of rooms) expect(without).not.toContain(room)
  expect(without).toEqual(expect.arrayContaining(['Circulation', 'Consolidation']))
  const compiling = { kind: 'stockTaking', submission: null } as const
  expect(roomsOf(compiling, rapporteur)).not.toContain('Preliminary list')
  expect(roomsOf({ ...compiling, kind: 'topical' }, rapporteur)).toContain('Preliminary list')
})
