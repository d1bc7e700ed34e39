import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BY_NIGHT } from './scripts/by-night.mjs'

const root = import.meta.dirname

const STOPPING = 'tests/machine/stopping.test.ts'

const isNightly = process.env.STOCKTAKE_NIGHTLY === '1'

/**
 * Files of a worker share what they import, which takes longer to load than most take to run. So a test leaves no
 * module changed, and what it imports registers no hook: that would be the first file's alone.
 */
const sharing = { isolate: false }

/** What tests need that start the production build. */
const withServers = {
  globalSetup: ['tests/support/machine-build.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
}

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: path.join(root, 'scripts/empty.mjs') },
      { find: /^@\//, replacement: `${root}/` },
    ],
  },
  test: {
    // Vitest leaves one core unused, which of two is half.
    maxWorkers: '100%',
    restoreMocks: true,
    // The security log goes to standard output; a test that reads it looks there itself.
    onConsoleLog: (line) => !line.startsWith('{"log":"security"'),
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          ...sharing,
          include: ['tests/domain/**/*.test.{ts,tsx}', 'tests/architecture.test.ts'],
          // Hundreds of random texts take their time on a busy machine; no law is about time.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          ...sharing,
          include: ['tests/database/**/*.test.ts'],
          exclude: isNightly ? [] : [...BY_NIGHT],
          globalSetup: ['tests/support/database-template.ts'],
          setupFiles: ['tests/support/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'machine',
          include: ['tests/machine/**/*.test.ts'],
          exclude: isNightly ? [STOPPING] : [STOPPING, ...BY_NIGHT],
          ...withServers,
          globalSetup: [...withServers.globalSetup, 'tests/support/filled-folder.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'stopping',
          include: [STOPPING],
          ...withServers,
          // Stopping is timed: nothing else runs beside it.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
