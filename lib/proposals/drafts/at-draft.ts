/** The people at a draft, and its state at the server. */
export type AtDraft = {
  version: number
  writtenBy: { id: string; name: string }
  writtenAt: string
  /** Why it is written no more. */
  ended: 'submitted' | 'discarded' | null
  present: { id: string; name: string }[]
}
