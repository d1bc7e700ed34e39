type Place = { name: number; args: number; output: number }
type Input = { name: number; mask: number; child: number; ofEnum: number; flags: number }
export type Schema = { strings: string[]; graph: string }

export function compactClient(): void
export function renumbered(schema: Schema): Schema
export function parse(graph: string): {
  inputs: { edges: Input[] }[]
  outputs: { edges: Place[] }[]
  roots: Place[]
}
