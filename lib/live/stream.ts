import 'server-only'
import { listener } from './listener'
import { takePlace } from './places'
import { type Following, watchOf } from './watch'

/** A viewer that hears none for twice as long knows that it is cut off (components/live). */
const HEARTBEAT = 5_000
const RECONNECT = 'retry: 500\n\n'
/**
 * Then, or up to twice as late, the browser reconnects and authenticates again, also if no change was announced; 300
 * browsers do not do so at one moment.
 */
const LIFETIME = 10 * 60_000

/** The viewer: `isSame` is checked whenever `topic` is announced, and `false` ends the stream. */
export type Viewer = { topic: string; isSame: () => Promise<boolean> }

/**
 * A stream of server-sent events: the answer of `load` now, and again whenever the topic is announced and the answer
 * differs. All viewers of one `audience` share one `load`, so that 300 of them cost one query; `audience` must separate
 * viewers with different rights. A viewer without the right any more gets nothing more. The heartbeat stops while this
 * server cannot know of changes, so that nobody takes an old view for the present one. Answers 429 if the person or the
 * address has the maximum of streams.
 */
export function eventStream(
  request: Request,
  viewer: Viewer,
  {
    topic,
    audience,
    load,
    ...following
  }: { topic: string; audience: string; load: () => Promise<string> } & Following,
): Response {
  const leavePlace = takePlace(viewer.topic, request.headers.get('x-forwarded-for') ?? 'unknown')
  if (!leavePlace) return new Response(null, { status: 429, headers: { 'retry-after': '30' } })
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      send(RECONNECT)
      const watch = watchOf(topic, audience, load, following)
      const leave = watch.join((answer) => send(frame(answer)))
      const beat = setInterval(() => watch.isLive && send('event: alive\ndata:\n\n'), HEARTBEAT)
      const end = () => {
        stop()
        try {
          controller.close()
        } catch {
          // The viewer was gone already.
        }
      }
      const life = setTimeout(end, LIFETIME * (1 + Math.random()))
      const forget = listener().subscribe(viewer.topic, () => {
        viewer.isSame().then((isSame) => isSame || end(), end)
      })
      stop = () => {
        leavePlace()
        forget()
        clearInterval(beat)
        clearTimeout(life)
        leave()
      }
      request.signal.addEventListener('abort', end)
      if (request.signal.aborted) end()
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
