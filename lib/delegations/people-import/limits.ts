/** A list of people may have so many bytes and lines. */
export const LIST_BYTES = 1_000_000
export const LIST_LINES = 2000

/** A text whose lines all end alike, as a form and a file may not send them. */
export const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n')
