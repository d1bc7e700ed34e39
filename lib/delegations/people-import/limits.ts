/** A list of people may have so many bytes and lines. */
export const LIST_BYTES = 1_000_000
export const LIST_LINES = 2000
