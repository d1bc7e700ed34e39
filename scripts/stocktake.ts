// npm run stocktake -- COMMAND …: the commands of operators, while the server runs or not.
import { CannotStart } from '@/lib/env'
import { Refused } from '@/lib/errors'
import * as backup from './stocktake/backup'
import * as comments from './stocktake/comments'
import * as exportFile from './stocktake/export'
import * as form from './stocktake/form'
import * as importFile from './stocktake/import'
import * as importSession from './stocktake/import-session'
import * as invite from './stocktake/invite'
import * as report from './stocktake/report'
import * as readForm from './stocktake/read-form'
import * as restore from './stocktake/restore'
import { WrongUse } from './stocktake/wrong-use'
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

process.exit(await runCommand(process.argv.slice(2)))

async function runCommand([name = '', ...args]: string[]): Promise<number> {
  const command = commands[name]
  if (!command) {
    console.error(name ? `There is no command "${name}".\n` : '', usage())
    return 2
  }
  try {
    await command.run(args)
    return 0
  } catch (error) {
    console.error(explain(error, command))
    return error instanceof WrongUse ? 2 : 1
  }
}

function explain(error: unknown, { usage: how }: Command): unknown {
  if (error instanceof CannotStart) return error.message
  if (error instanceof WrongUse) return `${error.message}\n\n  npm run stocktake -- ${how}`
  if (!(error instanceof Refused)) return error
  const refusals = translations('refusals')
  const t =
    error.reason === 'invalid' && !refusals.has(error.key) ? translations('invalid') : refusals
  return t(error.key, error.values)
}

function usage(): string {
  const lines = Object.values(commands).map((command) => `  npm run stocktake -- ${command.usage}`)
  return ['Usage:', ...lines].join('\n')
}
