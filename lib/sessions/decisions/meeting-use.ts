/** The uses of a meeting: a query of meetings selects these counts as `_count`. */
export const meetingUse = {
  select: { items: true, decisions: true, agendaSteps: true, statements: true, attendance: true },
} as const

/** Whether anything rests on a meeting, so that it stays. */
export const isMeetingUsed = ({ _count }: { _count: Record<string, number> }): boolean =>
  Object.values(_count).some((count) => count > 0)
