import 'server-only'
import { listener } from './listener'

/** Announcements within this time are answered by one `load`. */
const GATHER = 40
/** A `load` that failed is retried after this time. */
const AGAIN = 1_000
/** A person who goes from page to page closes a stream and opens the next: the answer is kept meanwhile. */
const LINGER = 30_000

type Tell = (answer: string) => void

/** The view of one audience: one `load` serves all its viewers. */
class Watch {
  private readonly viewers = new Set<Tell>()
  private latest: string | null = null
  private due: NodeJS.Timeout | null = null
  private again = false
  private failed = false
  private readonly leave: () => void
  private end: NodeJS.Timeout | null = null

  constructor(
    private readonly key: string,
    topic: string,
    private readonly load: () => Promise<string>,
    private readonly lingers: boolean,
    private readonly gather: number,
  ) {
    this.leave = listener().subscribe(topic, () => this.hear())
    this.loadIn(GATHER)
  }

  /** Whether the viewers have the present state: nothing can have changed unheard. */
  get isLive(): boolean {
    return listener().hears && !this.failed
  }

  join(tell: Tell): () => void {
    this.viewers.add(tell)
    clearTimeout(this.end ?? undefined)
    if (this.latest !== null) tell(this.latest)
    return () => {
      this.viewers.delete(tell)
      if (this.viewers.size > 0 || watches().get(this.key) !== this) return
      if (this.lingers && this.latest !== null && this.due === null && this.isLive)
        this.end = setTimeout(() => this.stop(), LINGER).unref()
      else this.stop()
    }
  }

  private stop(): void {
    this.leave()
    for (const timer of [this.due, this.end]) clearTimeout(timer ?? undefined)
    if (watches().get(this.key) === this) watches().delete(this.key)
  }

  /** One `load` at a time, so that an older answer never comes after a newer one. */
  private loadIn(milliseconds: number): void {
    this.due ??= setTimeout(() => void this.loadNow(), milliseconds)
  }

  private async loadNow(): Promise<void> {
    this.again = false
    try {
      const answer = await this.load()
      if (answer !== this.latest) for (const tell of Array.from(this.viewers)) tell(answer)
      this.latest = answer
      this.failed = false
    } catch (error) {
      this.failed = true
      console.error('A live view could not be loaded:', this.key, error)
    }
    this.due = null
    if (this.viewers.size === 0) return
    if (this.failed) this.loadIn(AGAIN)
    else if (this.again) this.loadIn(this.gather)
  }

  private hear(): void {
    // Without a viewer the watch ends; the next viewer starts another.
    if (this.viewers.size === 0) return this.stop()
    this.again = true
    this.loadIn(this.gather)
  }
}

const shared = globalThis as { stocktakeWatches?: Map<string, Watch> }
const watches = () => {
  shared.stocktakeWatches ??= new Map()
  return shared.stocktakeWatches
}

/**
 * `lingers`: whether the answer is kept after the last viewer; `gather`: the milliseconds for which announcements are
 * gathered.
 */
export type Following = { lingers?: boolean; gather?: number }

/**
 * The one watch of this process for a topic and an audience, begun by the first who asks. One that lingers is kept
 * for a while after its last viewer, until something is announced.
 */
export function watchOf(
  topic: string,
  audience: string,
  load: () => Promise<string>,
  { lingers = false, gather = GATHER }: Following = {},
): Watch {
  const key = `${topic} ${audience}`
  const watch = watches().get(key) ?? new Watch(key, topic, load, lingers, gather)
  watches().set(key, watch)
  return watch
}
