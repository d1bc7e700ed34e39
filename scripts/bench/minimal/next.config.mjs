export default {
  distDir: process.env.MINIMAL_DIR,
  poweredByHeader: false,
  serverExternalPackages: ['pg'],
}
