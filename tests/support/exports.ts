/** A declaration that a file exports. `isUsedThere`: the file itself uses it, too. */
export type Exported = { file: string; name: string; isUsedThere: boolean }

const DECLARATION =
  /^export (?:default )?(?:async )?(?:function\*?|const|let|class|type|interface) ([A-Za-z_$][\w$]*)/gm

/** A source without its comments. */
const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

const wordsIn = (source: string): string[] => source.match(/[A-Za-z_$][\w$]*/g) ?? []

/** The declarations that a source exports, each name once. */
export function exportsIn(file: string, source: string): Exported[] {
  const code = withoutComments(source)
  const names = new Set([...code.matchAll(DECLARATION)].map(([, name]) => name!))
  const declared = (name: string) =>
    [...code.matchAll(DECLARATION)].filter((match) => match[1] === name).length
  const uses = (name: string) => wordsIn(code).filter((word) => word === name).length
  return [...names].map((name) => ({ file, name, isUsedThere: uses(name) > declared(name) }))
}

/** The files in which each word of the code stands, comments left out. */
export function filesByWord(sources: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const files = new Map<string, Set<string>>()
  for (const [file, source] of sources)
    for (const word of wordsIn(withoutComments(source)))
      files.set(word, (files.get(word) ?? new Set()).add(file))
  return files
}
