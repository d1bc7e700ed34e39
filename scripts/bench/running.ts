import type { Filled } from './fill'
import type { Program } from './servers'
import type { World } from './world'

/** How thoroughly to measure, and whether to take the build as it is. */
export type Options = { rounds: number; requests: number; asBuilt: boolean }

/** The database and the three servers on it, the sign-ins of heads of delegation, and one's cookie. */
export type Running = {
  world: World
  filled: Filled
  bare: Program
  minimal: Program
  stocktake: Program
  sealed: string[]
  cookie: string
}
