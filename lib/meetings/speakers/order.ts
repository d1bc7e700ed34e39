/** The acts on a list of speakers, as the record names them. */
export const listEvents = [
  'session.speakersListOpened',
  'session.speakersListClosed',
  'session.floorAsked',
  'session.floorWithdrawn',
  'session.speakersOrdered',
  'session.speakerCalled',
  'session.floorTakenBack',
  'session.statementMade',
] as const
export type ListEvent = (typeof listEvents)[number]

/** A request for the floor as the list puts it in order. */
export type Placed = { sequence: bigint; position: number | null }

/** The order of the list: those that the Chair placed, by their places, then the others as the database took their requests. */
export const inOrder = <Request extends Placed>(requests: readonly Request[]): Request[] =>
  requests.toSorted((a, b) => {
    if (a.position !== null && b.position !== null) return a.position - b.position
    if (a.position !== null) return -1
    if (b.position !== null) return 1
    return a.sequence < b.sequence ? -1 : a.sequence > b.sequence ? 1 : 0
  })

/** The times of a request: of the call to the floor, of the end of its statement, of its withdrawal. */
export type Times = { calledAt: Date | null; spokenAt: Date | null; withdrawnAt: Date | null }
export type RequestStatus = 'requested' | 'called' | 'spoken' | 'withdrawn'

/** The requests that have the floor: the condition of a query. */
export const HOLDS_FLOOR = { calledAt: { not: null }, spokenAt: null, withdrawnAt: null } as const

/** The status of a request: asked for, called to the floor, spoken or withdrawn. */
export const statusOf = ({ calledAt, spokenAt, withdrawnAt }: Times): RequestStatus =>
  withdrawnAt ? 'withdrawn' : spokenAt ? 'spoken' : calledAt ? 'called' : 'requested'

/** A list as it is read: those who had the floor as they had it, then those who wait in their order, then the withdrawn. */
export function asListed<Request extends Placed & Times>(requests: readonly Request[]): Request[] {
  const heardAt = ({ calledAt, spokenAt }: Request) => (calledAt ?? spokenAt)?.getTime() ?? 0
  const ordered = inOrder(requests)
  const having = (...statuses: RequestStatus[]) =>
    ordered.filter((request) => statuses.includes(statusOf(request)))
  return [
    ...having('spoken', 'called').toSorted((a, b) => heardAt(a) - heardAt(b)),
    ...having('requested'),
    ...having('withdrawn'),
  ]
}

/** Whether a statement counts as a contribution: a point of order does not, nor does it use the time of a group. */
export const counts = (kind: string): boolean => kind !== 'pointOfOrder'
