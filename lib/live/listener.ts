import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { CHANNEL } from './announce'

type Hear = () => void

const RETRY = 1_000
/** A connection may be dead silently: the interval of the pings, and the timeout of the answer. */
const ASK = 10_000
const ANSWER = 5_000

/** One connection of this process that hears what any instance announces, while somebody listens. */
class Listener {
  private readonly topics = new Map<string, Set<Hear>>()
  private client: pg.Client | null = null
  private listening = false

  /** Whether it hears now; if not, it checks for missed announcements when it hears again. */
  get hears(): boolean {
    return this.listening
  }

  /** Calls `hear` at each announcement of the topic, and after a lost connection came back. */
  subscribe(topic: string, hear: Hear): () => void {
    const hearers = this.topics.get(topic) ?? new Set()
    this.topics.set(topic, hearers.add(hear))
    if (!this.client) this.connect()
    return () => {
      hearers.delete(hear)
      if (hearers.size === 0 && this.topics.get(topic) === hearers) this.topics.delete(topic)
      if (this.topics.size === 0) this.disconnect()
    }
  }

  private connect(): void {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      application_name: 'stocktake live',
      keepAlive: true,
      query_timeout: ANSWER,
      connectionTimeoutMillis: ANSWER,
    })
    this.client = client
    client.on('notification', ({ payload }) => this.tell(payload ?? ''))
    client.on('error', () => this.reconnect(client))
    client.on('end', () => this.reconnect(client))
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      .then(() => {
        if (this.client !== client) return
        this.listening = true
        this.ask(client)
        // An earlier event, or one while it was cut off, was not heard: look again.
        this.tellAll()
      })
      .catch(() => this.reconnect(client))
  }

  private ask(client: pg.Client): void {
    setTimeout(() => {
      if (this.client !== client) return
      client.query('SELECT 1').then(
        () => this.ask(client),
        () => this.reconnect(client),
      )
    }, ASK).unref()
  }

  private reconnect(client: pg.Client): void {
    if (this.client !== client) return
    this.client = null
    this.listening = false
    client.end().catch(() => {})
    setTimeout(() => {
      if (!this.client && this.topics.size > 0) this.connect()
    }, RETRY).unref()
  }

  private disconnect(): void {
    const client = this.client
    this.client = null
    this.listening = false
    client?.end().catch(() => {})
  }

  private tell(topic: string): void {
    for (const hear of Array.from(this.topics.get(topic) ?? [])) hear()
  }

  private tellAll(): void {
    for (const topic of Array.from(this.topics.keys())) this.tell(topic)
  }
}

// Next may load this module several times in one process; the connection is one.
const shared = globalThis as { stocktakeListener?: Listener }

export const listener = (): Listener => {
  shared.stocktakeListener ??= new Listener()
  return shared.stocktakeListener
}
