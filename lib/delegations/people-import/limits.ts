/** The maximum bytes and lines of a list of people. */
export const LIST_BYTES = 1_000_000
export const LIST_LINES = 2000
