import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { CHANNEL } from './announce'

type Hear = () => void

const RETRY = 1_000

/** One connection of this process that hears what any instance announces, while somebody listens. */
class Listener {
  private readonly topics = new Map<string, Set<Hear>>()
  private client: pg.Client | null = null

  /** Calls `hear` at each announcement of the topic, and after a lost connection came back. */
  subscribe(topic: string, hear: Hear): () => void {
    const hearers = this.topics.get(topic) ?? new Set()
    this.topics.set(topic, hearers.add(hear))
    if (!this.client) this.connect()
    return () => {
      hearers.delete(hear)
      if (hearers.size === 0) this.topics.delete(topic)
      if (this.topics.size === 0) this.disconnect()
    }
  }

  private connect(): void {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true })
    this.client = client
    client.on('notification', ({ payload }) => this.tell(payload ?? ''))
    client.on('error', () => this.reconnect(client))
    client.on('end', () => this.reconnect(client))
    client
      .connect()
      .then(() => client.query(`LISTEN ${CHANNEL}`))
      // What happened before it listened, or while it was cut off, was not heard: look again.
      .then(() => this.tellAll())
      .catch(() => this.reconnect(client))
  }

  private reconnect(lost: pg.Client): void {
    if (this.client !== lost) return
    this.client = null
    lost.end().catch(() => {})
    setTimeout(() => {
      if (!this.client && this.topics.size > 0) this.connect()
    }, RETRY).unref()
  }

  private disconnect(): void {
    const client = this.client
    this.client = null
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
