import type { Filled } from './fill'
import type { Program } from './servers'
import type { World } from './world'

/** The number of rounds and requests, and whether to use the existing build. */
export type Options = { rounds: number; requests: number; asBuilt: boolean }

/** The database and the three servers on it, the sign-ins of heads of delegation, and the cookie of one of them. */
export type Running = {
  world: World
  filled: Filled
  bare: Program
  minimal: Program
  stocktake: Program
  sealed: string[]
  cookie: string
}
