import { build, generateClient } from '../../scripts/build.mjs'

/** The tests of the machine start the production build: this makes it, unless it is that of the present sources. */
export default async function setup(): Promise<void> {
  await generateClient()
  await build('.next')
}
