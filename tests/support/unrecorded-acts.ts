import path from 'node:path'

type Source = { file: string; text: string }
type Top = { file: string; name: string; text: string; isExported: boolean }

/**
 * The exported functions that run a transaction of a person and never reach one of lib/record/record.ts, as
 * "file function"; through functions of the same file and imported ones.
 */
export function unrecordedActs(sources: readonly Source[]): string[] {
  const tops = new Map(sources.flatMap(topsIn).map((top) => [`${top.file} ${top.name}`, top]))
  const imports = new Map(sources.map((source) => [source.file, importsIn(source)]))
  const calls = new Map(
    [...tops].map(([key, { file, name, text }]) => {
      const words = [...new Set(text.match(/\b\w+\b/g))].filter((word) => word !== name)
      const here = (word: string) => tops.has(`${file} ${word}`) && `${file} ${word}`
      return [key, words.flatMap((word) => here(word) || imports.get(file)?.get(word) || [])]
    }),
  )
  const recording = new Set(
    ['record', 'recordAll', 'recordByOperator'].map((name) => `lib/record/record.ts ${name}`),
  )
  for (let before = -1; before !== recording.size; ) {
    before = recording.size
    for (const [key, called] of calls)
      if (called.some((other) => recording.has(other))) recording.add(key)
  }
  return [...tops]
    .filter(([key, { isExported }]) => isExported && !recording.has(key))
    .filter(([, { text }]) => /\btransaction\(\s*(actor|importer)\b/.test(text))
    .map(([key]) => key)
    .toSorted()
}

/** The functions and values at the top of a file, each with its text up to the next. */
function topsIn({ file, text: whole }: Source): Top[] {
  // A comment names functions that the code beside it does not call.
  const text = whole.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '')
  const starts = [...text.matchAll(/^(export )?(?:(?:async )?function|const) (\w+)/gm)]
  return starts.map(({ index, 1: exported, 2: name }, at) => ({
    file,
    name: name!,
    text: text.slice(index, starts[at + 1]?.index),
    isExported: exported !== undefined,
  }))
}

/** What a file imports from others of the project: the name here, and the file and name there. */
function importsIn({ file, text }: Source): Map<string, string> {
  const lists = text.matchAll(/^import (?:type )?\{([^}]*)\} from '(@\/|\.)([^']*)'/gm)
  return new Map(
    [...lists].flatMap(([, names, root, rest]) => {
      const from = root === '.' ? path.posix.join(path.posix.dirname(file), `.${rest}`) : rest
      return names!.split(',').flatMap((spec): [string, string][] => {
        const [there, here = there] = spec
          .trim()
          .replace(/^type /, '')
          .split(' as ')
        return there ? [[here!, `${from}.ts ${there}`]] : []
      })
    }),
  )
}
