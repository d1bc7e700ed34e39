// Loaded before a server's own code: its clock is wrong by WRONG_BY milliseconds, while the database's is
// right. With WITHOUT_DATABASE_CLOCK the server cannot look at the database's clock, so that an act is
// decided by the time at which the database comes to it.
const wrongBy = Number(process.env.WRONG_BY ?? 0)
const RightDate = Date
globalThis.Date = class extends RightDate {
  constructor(...given) {
    if (given.length === 0) super(RightDate.now() + wrongBy)
    else super(...given)
  }
  static now() {
    return RightDate.now() + wrongBy
  }
  // Next copies what a Date has of its own.
  static parse = (text) => RightDate.parse(text)
  static UTC = (...given) => RightDate.UTC(...given)
}
if (process.env.WITHOUT_DATABASE_CLOCK) {
  const pg = require('pg')
  pg.Client = class extends pg.Client {
    connect(...given) {
      return this.connectionParameters.application_name === 'stocktake clock'
        ? Promise.reject(new Error('No clock.'))
        : super.connect(...given)
    }
  }
}
