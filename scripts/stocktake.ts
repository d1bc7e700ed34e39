// npm run stocktake -- COMMAND …: the commands of operators, while the server runs or not.
import { runCommand } from './stocktake/run-command'

process.exit(await runCommand(process.argv.slice(2)))
