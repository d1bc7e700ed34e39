/** A sentence with its value in the place of the sign #. */
export const say = (sentence: string, value: string | number): string =>
  sentence.replace('#', String(value))
