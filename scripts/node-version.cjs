// Runs on any Node, also one far too old for the rest: nothing newer than 2010 in this file.
'use strict'
var have = process.versions.node.split('.').map(Number)
var enough = have[0] > 20 || (have[0] === 20 && have[1] >= 19)
if (!enough) {
  console.error(
    'Stocktake needs Node 20.19 or later (24 is best), and this is Node ' +
      process.versions.node +
      ': install a newer one from https://nodejs.org and start again.',
  )
  process.exit(1)
}
