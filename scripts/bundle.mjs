import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')

const NEXT_MODULES = ['cache', 'headers', 'navigation', 'server']

/**
 * Bundles one of our TypeScript programs for plain Node and returns the file to run: our own modules inside, packages
 * outside. Dynamic imports of a program lie in the same folder in separate files. `import 'server-only'` guards against
 * browsers and means nothing here.
 */
export async function bundle(entry, folder) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: path.resolve(root, folder),
    outExtension: { '.js': '.mjs' },
    chunkNames: `${path.parse(entry).name}-[name]-[hash]`,
    bundle: true,
    splitting: true,
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
  return path.resolve(root, folder, `${path.parse(entry).name}.mjs`)
}
