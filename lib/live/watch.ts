import 'server-only'
import { listener } from './listener'

/** Announcements that come together are answered by one look. */
const GATHER = 40
/** A look that failed is taken again after this time. */
const AGAIN = 1_000
/** A person who goes from page to page closes a stream and opens the next: the answer is kept meanwhile. */
const LINGER = 30_000

type Tell = (answer: string) => void

/** The view of one audience: one look serves all its viewers. */
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
    private readonly look: () => Promise<string>,
    private readonly lingers: boolean,
    private readonly gather: number,
  ) {
    this.leave = listener().subscribe(topic, () => this.hear())
    this.lookIn(GATHER)
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

  /** One look at a time, so that an older answer never comes after a newer one. */
  private lookIn(milliseconds: number): void {
    this.due ??= setTimeout(() => void this.lookNow(), milliseconds)
  }

  private async lookNow(): Promise<void> {
    this.again = false
    try {
      const answer = await this.look()
      if (answer !== this.latest) for (const tell of Array.from(this.viewers)) tell(answer)
      this.latest = answer
      this.failed = false
    } catch (error) {
      this.failed = true
      console.error('A live view could not be looked at:', this.key, error)
    }
    this.due = null
    if (this.viewers.size === 0) return
    if (this.failed) this.lookIn(AGAIN)
    else if (this.again) this.lookIn(this.gather)
  }

  private hear(): void {
    // Nobody looks: the next viewer starts again.
    if (this.viewers.size === 0) return this.stop()
    this.again = true
    this.lookIn(this.gather)
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
  look: () => Promise<string>,
  { lingers = false, gather = GATHER }: Following = {},
): Watch {
  const key = `${topic} ${audience}`
  const watch = watches().get(key) ?? new Watch(key, topic, look, lingers, gather)
  watches().set(key, watch)
  return watch
}
