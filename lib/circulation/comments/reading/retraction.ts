/** Who retracted a comment: its own delegation, or the Secretariat. */
export type Retractor = 'delegation' | 'secretariat'

/** The columns of `retractedBy` that `retractorOf` reads. */
export const retractorColumns = { select: { places: { select: { delegationId: true } } } } as const

/** Who retracted a comment; meaningless for one that was not retracted. */
export const retractorOf = ({
  delegationId,
  retractedBy,
}: {
  delegationId: string
  retractedBy: { places: { delegationId: string }[] } | null
}): Retractor =>
  retractedBy?.places.some((place) => place.delegationId === delegationId)
    ? 'delegation'
    : 'secretariat'
