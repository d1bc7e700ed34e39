import 'server-only'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { SignedIn } from '@/lib/delegations/actor'
import type { OfficeKind, RepresentativeRole } from '@/lib/delegations/kinds'
import { hasJustSignedIn } from '../password/commands'

type OfSession = { slug: string; ordinal: number; eventWord: string; groupName: string }

/** A person's own account, as they see it. */
export type Account = {
  email: string
  hasPassword: boolean
  /** Whether the present password is not asked for, since the sign-in is fresh. */
  isFresh: boolean
  otherBrowsers: number
  places: {
    id: string
    session: OfSession
    delegation: string
    withdrawn: boolean
    role: RepresentativeRole
    maySubmit: boolean
  }[]
  /** An office with no session is held in every session of its group; with an empty group, of all groups. */
  offices: { id: string; session: OfSession | null; group: string; kind: OfficeKind }[]
}

const ofSession = {
  select: { slug: true, ordinal: true, group: { select: { eventWord: true, name: true } } },
} as const

/** The present places and offices of a person, as Prisma selects them. */
export const placesAndOffices = {
  places: {
    where: { endedAt: null },
    include: { delegation: { include: { session: ofSession } } },
    orderBy: { delegation: { session: { startsOn: 'desc' } } },
  },
  offices: {
    where: { endedAt: null },
    include: { session: ofSession, group: { select: { shortName: true } } },
    orderBy: { session: { startsOn: 'desc' } },
  },
} as const satisfies Prisma.PersonSelect
type Selected = Prisma.PersonGetPayload<{ select: typeof placesAndOffices }>

/** The actor's account: their address, password, browsers, places and offices, and nobody else's. */
export async function getAccount(actor: SignedIn, signInId: string | null): Promise<Account> {
  const [person, isFresh, [browsers]] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: { email: true, passwordHash: true, ...placesAndOffices },
    }),
    hasJustSignedIn(signInId),
    db.$queryRaw<[{ count: number }]>`
      SELECT count(*)::int FROM "SignIn" WHERE "personId" = ${actor.personId}::uuid
        AND "endedAt" IS NULL AND "expiresAt" > now() AND id IS DISTINCT FROM ${signInId}::uuid`,
  ])
  return {
    email: person.email,
    hasPassword: person.passwordHash !== null,
    isFresh,
    otherBrowsers: browsers.count,
    ...readPlacesAndOffices(person),
  }
}

/** The selected rows as an account shows them. */
export const readPlacesAndOffices = ({
  places,
  offices,
}: Selected): Pick<Account, 'places' | 'offices'> => ({
  places: places.map(({ id, delegation, role, maySubmit }) => ({
    id,
    session: flat(delegation.session),
    delegation: delegation.name,
    withdrawn: delegation.state === 'withdrawn',
    role,
    maySubmit,
  })),
  offices: offices.map(({ id, session, group, kind }) => ({
    id,
    group: group?.shortName ?? '',
    session: session && flat(session),
    kind,
  })),
})

const flat = (session: {
  slug: string
  ordinal: number
  group: { eventWord: string; name: string }
}): OfSession => ({
  slug: session.slug,
  ordinal: session.ordinal,
  eventWord: session.group.eventWord,
  groupName: session.group.name,
})
