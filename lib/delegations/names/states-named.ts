/**
 * The States that a text names, each once, in the order of `states`: by any of their names, as whole words
 * and with the same capital letters ("Jordan", not "jordan"). `names` are those of one State.
 */
export const statesNamed = (
  text: string,
  states: readonly { name: string; names: readonly string[] }[],
): string[] =>
  states.filter(({ names }) => names.some((name) => stands(text, name))).map(({ name }) => name)

const LETTER = /[\p{L}\p{N}]/u

function stands(text: string, name: string): boolean {
  if (!name) return false
  // Chinese and the like join words without spaces: there a name stands wherever its letters do.
  const joined = /\p{Script=Han}/u.test(name)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = [text[at - 1], text[at + name.length]]
    if (joined || !around.some((letter) => letter !== undefined && LETTER.test(letter))) return true
  }
  return false
}
