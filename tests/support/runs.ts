/** How often a law is tried: 500 times in every test run, 10,000 in the nightly one. */
export const RUNS = Number(process.env.STOCKTAKE_RUNS ?? 500)
