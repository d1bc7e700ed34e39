/** A letter of a script that runs from right to left. */
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u

/** A name kept apart from the sentence around it (FSI … PDI) if it runs the other way. */
export const apart = (name: string): string =>
  RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name

/**
 * Names as a list within a sentence. Two Arabic names with a comma between them would be read as one line from the
 * right, the second before the first.
 */
export const listed = (names: readonly string[]): string => names.map(apart).join(', ')
