/**
 * A name's place in UN English alphabetical order: diacritics, apostrophes and punctuation are
 * ignored, a space comes before any letter ("Guinea", "Guinea-Bissau", "Guyana").
 */
export const sortKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()
