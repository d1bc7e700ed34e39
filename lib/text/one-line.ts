/** A text in one line: each run of white space is one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
