import { cookieName, seal } from '@/lib/auth/cookie'
import { provideEnv } from '@/lib/env'
import { asking } from './asking'
import { exporting } from './exporting'
import { type Filled, fill } from './fill'
import { figures, type Section } from './report'
import { type Program, startBare, startMinimal, startStocktake } from './servers'
import type { Options, Running } from './running'
import { submitting } from './submitting-cost'
import { weights } from './weights'
import { startWorld } from './world'

/** Measures the pages, their weight, submitting and exporting, all on one database that is deleted afterwards. */
export async function run(options: Options): Promise<{ sections: Section[]; postgres: string }> {
  const world = await startWorld()
  const programs: Program[] = []
  const started = async (program: Promise<Program>) => {
    programs.push(await program)
    return programs.at(-1)!
  }
  try {
    const filled = await reported('Filling the database', () => fill(world.url))
    const running: Running = {
      world,
      filled,
      bare: await started(startBare(world)),
      minimal: await reported('Starting the minimal pages', () => started(startMinimal(world))),
      stocktake: await reported('Starting the production build', () =>
        started(startStocktake(world, options.asBuilt)),
      ),
      ...(await signIns(filled)),
    }
    const sections = [
      await reported('Asking for pages', () => asking(running, options)),
      figures(
        'Submitting and exporting',
        'A comment is released as its server action does it, with its record: cookie, person, form, command. Bare: the same rows in one transaction.',
        [
          ...(await reported('Submitting comments', () => submitting(running, options))),
          ...(await reported('Exporting', () => exporting(running))),
        ],
      ),
      // Last, as it reports the memory after the whole run.
      await reported('Weighing pages', () => weights(running)),
    ]
    return { sections, postgres: world.version }
  } finally {
    for (const program of programs.toReversed()) await program.stop()
    await world.stop()
  }
}

/** The cookies of the heads of delegation after signing in. */
async function signIns({ signIns: ids }: Filled): Promise<Pick<Running, 'sealed' | 'cookie'>> {
  provideEnv({ APP_URL: 'http://localhost' })
  const sealed = await Promise.all(ids.map((id) => seal(id)))
  return { sealed, cookie: `${cookieName()}=${sealed[0]}` }
}

/** Does a part of the benchmark and says how long it took. */
export async function reported<T>(label: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const result = await work()
  console.log(`  ✓ ${label}  ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  return result
}
