/** What XML can't hold (control characters, halves of a surrogate pair) as U+FFFD; everything else unchanged. */
export const safe = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
