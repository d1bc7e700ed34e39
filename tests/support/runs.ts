/** The number of runs of a law: 500 in every test run, 10,000 in the nightly one. */
export const RUNS = Number(process.env.STOCKTAKE_RUNS ?? 500)
