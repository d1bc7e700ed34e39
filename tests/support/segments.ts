/** The words of a text by the segmenter, cut at every stop that is not between digits, as Chromium does. */
export const segmentsOf = (text: string, locale: string): string[] =>
  Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)).flatMap(
    ({ segment, isWordLike }) =>
      isWordLike
        ? segment
            .replace(/[.:﹕．：]/g, (stop, at: number) =>
              /\d/.test(segment[at - 1] ?? '') && /\d/.test(segment[at + 1] ?? '')
                ? stop
                : `\0${stop}\0`,
            )
            .split('\0')
            .filter((part) => part !== '')
        : [segment],
  )
