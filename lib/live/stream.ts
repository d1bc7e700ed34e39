import 'server-only'
import { listener } from './listener'

/** A viewer that hears none for twice as long knows that it is cut off (components/live). */
const HEARTBEAT = 5_000
const RECONNECT = 'retry: 500\n\n'
/** Then the browser connects anew and is asked again who it is, also where no change was announced. */
const LIFETIME = 2 * 60_000
/** Announcements that come together are told together. */
const GATHER = 40

/** Who looks: `isSame` is asked whenever `topic` is announced, and a no ends the stream. */
export type Viewer = { topic: string; isSame: () => Promise<boolean> }

/**
 * A stream of server-sent events: what `look` answers now, and again whenever the topic is
 * announced and the answer is another one. All viewers of one `audience` share one look, so that
 * 300 of them cost one query; `audience` must tell apart whoever may see different things. A viewer
 * who may no longer see it is sent nothing more.
 */
export function eventStream(
  request: Request,
  viewer: Viewer,
  { topic, audience, look }: { topic: string; audience: string; look: () => Promise<string> },
): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      send(RECONNECT)
      const watch = watchOf(`${topic} ${audience}`, topic, look)
      const leave = watch.join((answer) => send(frame(answer)))
      const beat = setInterval(() => send('event: alive\ndata:\n\n'), HEARTBEAT)
      const end = () => {
        stop()
        try {
          controller.close()
        } catch {
          // The viewer was gone already.
        }
      }
      const life = setTimeout(end, LIFETIME)
      const forget = listener().subscribe(viewer.topic, () => {
        viewer.isSame().then((same) => same || end(), end)
      })
      stop = () => {
        forget()
        clearInterval(beat)
        clearTimeout(life)
        leave()
      }
      request.signal.addEventListener('abort', end)
    },
    cancel: () => stop(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

const frame = (answer: string) => `data: ${answer.replaceAll('\n', '\ndata: ')}\n\n`

type Tell = (answer: string) => void

/** What the viewers of one audience see: looked at once for all of them. */
class Watch {
  private readonly viewers = new Set<Tell>()
  private latest: string | null = null
  private due: NodeJS.Timeout | null = null
  private again = false
  private readonly leave: () => void

  constructor(
    private readonly key: string,
    topic: string,
    private readonly look: () => Promise<string>,
  ) {
    this.leave = listener().subscribe(topic, () => this.hear())
    this.lookSoon()
  }

  join(tell: Tell): () => void {
    this.viewers.add(tell)
    if (this.latest !== null) tell(this.latest)
    return () => {
      this.viewers.delete(tell)
      if (this.viewers.size > 0) return
      this.leave()
      watches().delete(this.key)
    }
  }

  /** One look at a time, so that an older answer never comes after a newer one. */
  private lookSoon(): void {
    this.due ??= setTimeout(() => void this.lookNow(), GATHER)
  }

  private async lookNow(): Promise<void> {
    try {
      const answer = await this.look()
      if (answer !== this.latest) for (const tell of Array.from(this.viewers)) tell(answer)
      this.latest = answer
    } catch (error) {
      console.error('A live view could not be looked at:', this.key, error)
    }
    this.due = null
    if (this.again) this.lookSoon()
    this.again = false
  }

  private hear(): void {
    if (this.due) this.again = true
    else this.lookSoon()
  }
}

const shared = globalThis as { stocktakeWatches?: Map<string, Watch> }
const watches = () => {
  shared.stocktakeWatches ??= new Map()
  return shared.stocktakeWatches
}

function watchOf(key: string, topic: string, look: () => Promise<string>): Watch {
  const known = watches().get(key) ?? new Watch(key, topic, look)
  watches().set(key, known)
  return known
}
