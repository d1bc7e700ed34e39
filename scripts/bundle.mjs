import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')

const NEXT_MODULES = ['cache', 'headers', 'navigation', 'server']

/**
 * Bundles one of our TypeScript programs into a file that plain Node runs: our own modules inside,
 * packages outside. `import 'server-only'` guards against browsers and means nothing here.
 */
export async function bundle(entry, outfile) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.resolve(root, outfile),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    alias: {
      'server-only': path.join(root, 'scripts/empty.mjs'),
      // Next declares no exports, and Node's own import then wants the whole file name.
      ...Object.fromEntries(NEXT_MODULES.map((name) => [`next/${name}`, `next/${name}.js`])),
    },
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}
