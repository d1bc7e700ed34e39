/** The text of a mail with the secret of every link replaced that signs somebody in, proves an address or opens an annex. */
export const concealLinks = (text: string, by: string): string =>
  text.replace(
    /(\/(?:(?:sign-in\/link|take-part\/proof)\?token=|silence-annexes\/))[\w%.-]+/g,
    `$1${by}`,
  )
