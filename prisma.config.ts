import { defineConfig } from 'prisma/config'

// Generating the client needs no schema engine, yet Prisma would download one first: any program
// that exists satisfies it. Migrations are made by `npm run migration` and applied by the server.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
