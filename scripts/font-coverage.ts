/**
 * Writes data/font-coverage.json: which characters the fonts of lib/export/pdf/families.ts have. Run again when a
 * font package changes: node scripts/run.mjs scripts/font-coverage.ts
 */
import { writeFileSync } from 'node:fs'
import { fontCoverage } from './fonts/coverage'

writeFileSync('data/font-coverage.json', `${JSON.stringify(await fontCoverage(), null, 2)}\n`)
