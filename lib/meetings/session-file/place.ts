/** The session's own row, and its group with the clock of its seat. */
export type PlaceOfFile = { id: string; timeZone: string; sessionId: string }
/** The ids of a file's numbers, items and names. */
export type Ids = {
  items: Map<string, string>
  meetings: Map<number, string>
  officers: Map<string, string>
  entity: (name: string) => string | null
}
