/** The session's own row, and its group with the clock of its seat. */
export type PlaceOfFile = { id: string; timeZone: string; sessionId: string }
/** The ids of what the file names by number, item or name. */
export type Ids = {
  items: Map<string, string>
  meetings: Map<number, string>
  officers: Map<string, string>
  entity: (name: string) => string | null
}
