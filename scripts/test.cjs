// npm test begins here, with nothing installed and any Node.
'use strict'
require('./node-version.cjs')
process.chdir(require('path').dirname(__dirname))
void import('./test.mjs')
