/** Replaces characters that XML cannot hold (control characters, lone surrogates) by U+FFFD. */
export const safe = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
