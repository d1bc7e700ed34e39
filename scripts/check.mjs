// npm run check: the checks that people run before they commit. `npm test` does all of this and the rest.
import { build, generateClient } from './build.mjs'
import { giveUp, run, step } from './steps.mjs'

const program = (title, file, ...args) => step(title, () => run('node', [file, ...args]))

try {
  await generateClient()
  await program('Format', 'node_modules/@biomejs/biome/bin/biome', 'format', '.')
  await program('Lint', 'node_modules/oxlint/bin/oxlint', '--type-aware')
  await program('Types', 'node_modules/typescript/bin/tsc', '--noEmit')
  await program(
    'Tests',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project=domain',
    '--project=database',
  )
  await build('.next')
} catch (error) {
  giveUp(error)
}
