/** The acts on a list of speakers, as the record names them. */
export const listEvents = [
  'session.speakersListOpened',
  'session.speakersListClosed',
  'session.floorAsked',
  'session.floorWithdrawn',
  'session.speakersOrdered',
  'session.speakerCalled',
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

/** The status of a request: asked for, called to the floor, spoken or withdrawn. */
export const statusOf = ({
  calledAt,
  spokenAt,
  withdrawnAt,
}: {
  calledAt: Date | null
  spokenAt: Date | null
  withdrawnAt: Date | null
}): 'requested' | 'called' | 'spoken' | 'withdrawn' =>
  withdrawnAt ? 'withdrawn' : spokenAt ? 'spoken' : calledAt ? 'called' : 'requested'

/** Whether a statement counts as a contribution: a point of order does not, nor does it use the time of a group. */
export const counts = (kind: string): boolean => kind !== 'pointOfOrder'
