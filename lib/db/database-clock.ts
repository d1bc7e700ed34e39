import pg from 'pg'

/** One reading of the database's clock: the offset from `performance.now()` to its time, and the maximum error. */
type Sample = { offset: number; error: number; at: number }

const EVERY = 3_000
const KEPT_FOR = 60_000
const PATIENCE = 2_000
/** The most drift of the two clocks between two samples, in milliseconds. */
const DRIFT = 5

/**
 * Tells the time of the database at a moment of this process's monotonic clock, so that the time at which a request
 * arrived depends on no clock of the server. It reads the database's clock every few seconds on a separate connection,
 * which no other work delays.
 */
export class DatabaseClock {
  private samples: Sample[] = []
  private client: pg.Client | null = null
  private timer: NodeJS.Timeout | undefined
  private stopped = false

  constructor(private readonly url: string) {}

  /** Starts reading the clock; resolves after the first reading, also if that failed. */
  async start(): Promise<void> {
    await this.look()
    if (this.stopped) return
    this.timer = setTimeout(() => void this.start(), EVERY)
    this.timer.unref()
  }

  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.client?.end().catch(() => {})
  }

  /** The database's time at a moment of `performance.now()`; null while its clock was not seen for a minute. */
  timeAt(moment: number): Date | null {
    const offset = bestOffset(this.samples, performance.now())
    return offset === null ? null : new Date(moment + offset)
  }

  private async look(): Promise<void> {
    try {
      const client = (this.client ??= await this.connect())
      const askedAt = performance.now()
      const { rows } = await client.query<{ now: string }>(
        'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now',
      )
      const answeredAt = performance.now()
      const error = (answeredAt - askedAt) / 2
      const offset = Number(rows[0]!.now) - (askedAt + error)
      this.samples.push({ offset, error, at: answeredAt })
      this.samples = this.samples.filter(({ at }) => answeredAt - at < KEPT_FOR)
    } catch {
      // The database is away: the next reading connects again.
      this.client?.end().catch(() => {})
      this.client = null
    }
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'stocktake clock',
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    })
    client.on('error', () => {})
    await client.connect()
    return client
  }
}

/**
 * The most exact of the samples of the last minute that agree with the latest one; samples that disagree are from
 * before the database's clock was set. Null if there is no sample that young.
 */
export function bestOffset(samples: readonly Sample[], now: number): number | null {
  const young = samples.filter(({ at }) => now - at < KEPT_FOR)
  const latest = young.at(-1)
  if (!latest) return null
  const agree = ({ offset, error }: Sample) =>
    Math.abs(offset - latest.offset) <= error + latest.error + DRIFT
  return young
    .filter(agree)
    .reduce((best, reading) => (reading.error <= best.error ? reading : best)).offset
}
