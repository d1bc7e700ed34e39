/**
 * The page of a United Nations document, in points: measured on issued papers. Every form of a paper uses these.
 */
export const PAGE = { width: 595.3, height: 841.9, margin: 56.7 }

/** The text stands between two indents inside the margins; numbers and letters advance by one step. */
export const COLUMN = { indent: 56.7, step: 28.35, after: 6 }

/** The end of the numbers of headings, counted from the margin. */
export const HEADING_NUMBER_END = 42.55

/** Size and line of each kind of text, in points. */
export const TYPE = {
  body: { size: 10, line: 12 },
  arabic: { size: 12, line: 16 },
  note: { size: 9, line: 11 },
  headings: [
    { size: 14, line: 15 },
    { size: 12, line: 13.5 },
    { size: 10, line: 12 },
  ],
} as const

/** The first page's head: two rows of fixed height over three columns, the first kept free for the emblem. */
export const HEAD = {
  top: 35,
  rows: [21, 142],
  columns: [63, 272.4, 146.5],
} as const

/** Word's unit: a twentieth of a point. */
export const twips = (points: number): number => Math.round(points * 20)
