/** A place of a text by its index as a letter: A, B … Z, AA. A figure beside words would read as a power of them. */
export function placeLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : placeLetter(Math.floor(index / 26) - 1) + letter
}
