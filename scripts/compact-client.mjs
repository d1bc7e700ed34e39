import { readFileSync, writeFileSync } from 'node:fs'

const CLASS = 'lib/db/generated/internal/class.ts'

/**
 * Makes the generated client smaller in memory; measured with `npm run bench`, under Weights.
 *
 * Prisma keeps a map of every query that could be asked: thousands of nodes, each an object with the
 * numbers of its fields' names as keys. It numbers names by where they first occur, so that most nodes
 * have one with a large number, and V8 keeps a list of a thousand empty places for each: 23 MB. Here the
 * names are numbered by how often they occur, which leaves 5.
 *
 * Its compiler lies in a module as letters, and what is imported stays for ever, here twice: 5 MB. It
 * is required and forgotten instead.
 *
 * Throws where the client is not written as is known: after an update of Prisma, look again.
 */
export function compactClient() {
  const source = readFileSync(CLASS, 'utf8')
  const names = only(source, /strings: JSON\.parse\(("(?:[^"\\]|\\.)*")\)/g)
  const graph = only(source, /graph: "([\w-]+)"/g)
  const imported =
    /await import\("(@prisma\/client\/runtime\/\w+\.postgresql\.wasm-base64)\.mjs"\)/g
  only(source, imported)
  const compact = renumbered({ strings: JSON.parse(JSON.parse(names)), graph })
  const written = source
    .replace(names, () => JSON.stringify(JSON.stringify(compact.strings)))
    .replace(graph, () => compact.graph)
    .replace(imported, (_, module) => forgotten(module))
  writeFileSync(CLASS, written)
}

const forgotten = (module) => `await (async () => {
      const { createRequire } = await import("node:module")
      const require = createRequire(process.cwd() + "/")
      const file = require.resolve("${module}.js")
      const compiler = require(file)
      delete require.cache[file]
      return compiler
    })()`

function only(source, pattern) {
  const found = [...source.matchAll(pattern)]
  if (found.length !== 1)
    throw new Error(
      `The generated client is not as scripts/compact-client.mjs knows it: ${pattern}`,
    )
  return found[0][1]
}

/** The same graph over the same names, the frequent ones first. */
export function renumbered({ strings, graph }) {
  const read = parse(graph)
  const uses = strings.map(() => 0)
  for (const { edges } of [...read.inputs, ...read.outputs])
    for (const { name } of edges) uses[name]++
  const order = strings.map((_, index) => index).sort((a, b) => uses[b] - uses[a] || a - b)
  const numbers = strings.map(() => 0)
  for (const [now, before] of order.entries()) numbers[before] = now
  return { strings: order.map((index) => strings[index]), graph: write(read, numbers) }
}

/** Prisma's binary graph: counts and references as varints, a reference that may be missing plus one. */
export function parse(graph) {
  const bytes = Buffer.from(graph, 'base64url')
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
  const list = (length, one) => Array.from({ length }, one)
  const [inputs, outputs, roots] = [varint(), varint(), varint()]
  const read = {
    inputs: list(inputs, () => ({
      edges: list(varint(), () => {
        const name = varint()
        const mask = bytes.readUInt16LE((at += 2) - 2)
        return { name, mask, child: varint(), ofEnum: varint(), flags: bytes[at++] }
      }),
    })),
    outputs: list(outputs, () => ({
      edges: list(varint(), () => ({ name: varint(), args: varint(), output: varint() })),
    })),
    roots: list(roots, () => ({ name: varint(), args: varint(), output: varint() })),
  }
  if (at !== bytes.length)
    throw new Error('The graph of the generated client was not read to its end.')
  return read
}

function write({ inputs, outputs, roots }, numbers) {
  const bytes = []
  const varint = (value) => {
    for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128)
    bytes.push(value)
  }
  const place = ({ name, args, output }) => [numbers[name], args, output].forEach(varint)
  for (const all of [inputs, outputs, roots]) varint(all.length)
  for (const { edges } of inputs) {
    varint(edges.length)
    for (const { name, mask, child, ofEnum, flags } of edges) {
      varint(numbers[name])
      bytes.push(mask & 255, mask >>> 8)
      varint(child)
      varint(ofEnum === 0 ? 0 : numbers[ofEnum - 1] + 1)
      bytes.push(flags)
    }
  }
  for (const { edges } of outputs) {
    varint(edges.length)
    edges.forEach(place)
  }
  roots.forEach(place)
  return Buffer.from(bytes).toString('base64url')
}
