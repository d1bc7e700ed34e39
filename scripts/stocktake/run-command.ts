import { CannotStart } from '@/lib/env'
import { Refused } from '@/lib/errors'
import * as backup from './backup'
import * as comments from './comments'
import * as exportFile from './export'
import * as form from './form'
import * as importFile from './import'
import * as importSession from './import-session'
import * as invite from './invite'
import * as report from './report'
import * as readForm from './read-form'
import * as restore from './restore'
import { WrongUse } from './wrong-use'
import { translations } from '@/lib/messages'

/**
 * A command: its usage, and its function on the arguments after its name. It checks them first and then works inside
 * `withDatabase`.
 */
type Command = { usage: string; run: (args: string[]) => Promise<void> }

const commands: Record<string, Command> = {
  invite,
  import: importFile,
  'import-session': importSession,
  export: exportFile,
  comments,
  report,
  form,
  'read-form': readForm,
  backup,
  restore,
}

const HELP: ReadonlySet<string> = new Set(['help', '--help', '-h'])

/**
 * Runs the command that the arguments name. Gives the exit code: 0 if it was done, 1 if it was refused or failed, and 2
 * if it was written wrongly; the sentence goes to standard error.
 */
export async function runCommand([name = '', ...args]: string[]): Promise<number> {
  if (HELP.has(name)) {
    console.log(usage())
    return 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    console.error(name ? `There is no command "${name}".\n\n${usage()}` : usage())
    return 2
  }
  if (args.some((argument) => argument === '--help' || argument === '-h')) {
    console.log(line(command))
    return 0
  }
  try {
    await command.run(args)
    return 0
  } catch (error) {
    console.error(explain(error, command))
    return error instanceof WrongUse ? 2 : 1
  }
}

function explain(error: unknown, command: Command): unknown {
  if (error instanceof CannotStart) return error.message
  if (error instanceof WrongUse) return `${error.message}\n\n${line(command)}`
  if (!(error instanceof Refused)) return error
  const refusals = translations('refusals')
  const t =
    error.reason === 'invalid' && !refusals.has(error.key) ? translations('invalid') : refusals
  return t(error.key, error.values)
}

function usage(): string {
  return ['Usage:', ...Object.values(commands).map(line)].join('\n')
}

const line = (command: Command): string => `  npm run stocktake -- ${command.usage}`
