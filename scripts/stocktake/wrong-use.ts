import { type ParseArgsConfig, parseArgs } from 'node:util'

/** What was written does not fit the command; the usage is shown after the message. */
export class WrongUse extends Error {}

/** The arguments of a command by its options; what does not fit throws WrongUse. */
export function argumentsOf<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}
