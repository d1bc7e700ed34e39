import { CannotStart } from '@/lib/env'
import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The arguments do not fit the command; the usage is shown after the message. */
export class WrongUse extends Error {}

/** The arguments of a command by its options; invalid arguments throw WrongUse. */
export function argumentsOf<const Config extends ParseArgsConfig>(config: Config) {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}

/** For `catch`: the sentence of an expected refusal, or of a file that cannot be read or written; else the error. */
export const fileError =
  (expected: new (message: string) => Error) =>
  (error: unknown): never => {
    if (error instanceof expected) throw new CannotStart(error.message)
    const { code, syscall, message } = error as NodeJS.ErrnoException
    if (code && syscall && /^E[A-Z]+$/.test(code))
      throw new WrongUse(`The file cannot be read or written: ${message}`)
    throw error
  }
