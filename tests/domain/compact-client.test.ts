import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse, renumbered, type Schema } from '@/scripts/compact-client.mjs'

const source = readFileSync('lib/db/generated/internal/class.ts', 'utf8')
const generated: Schema = {
  strings: JSON.parse(
    JSON.parse(/strings: JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(source)![1]!) as string,
  ) as string[],
  graph: /graph: "([\w-]+)"/.exec(source)![1]!,
}

/** The graph as whoever asks it by names sees it. */
function byNames({ strings, graph }: Schema) {
  const { inputs, outputs, roots } = parse(graph)
  const named = <T extends { name: number }>(one: T) => ({ ...one, name: strings[one.name] })
  return {
    roots: roots.map(named),
    outputs: outputs.map(({ edges }) => edges.map(named)),
    inputs: inputs.map(({ edges }) =>
      edges.map((one) => ({ ...named(one), ofEnum: one.ofEnum && strings[one.ofEnum - 1] })),
    ),
  }
}

it('says the same of every query, whichever numbers its names have', () => {
  const backwards = { ...generated, strings: generated.strings.map((name) => `${name}!`).reverse() }
  for (const schema of [generated, backwards])
    expect(byNames(renumbered(schema))).toEqual(byNames(schema))
})

it('was done to the client that is used: frequent names have small numbers', () => {
  const { inputs } = parse(generated.graph)
  const places = inputs.reduce((sum, { edges }) => sum + Math.max(...edges.map((e) => e.name)), 0)
  expect(inputs.length).toBeGreaterThan(1_000)
  expect(places / inputs.length).toBeLessThan(generated.strings.length / 4)
})
