import type { Prisma } from './generated/client'

type Tx = Prisma.TransactionClient

/** The messages of each `systemTransaction` to listeners at its end, by channel. */
const collected = new WeakMap<object, Map<string, Set<string>>>()

/** Lets the notifications of a transaction wait for its end, at which `sendNotifications` sends them by one statement. */
export const collectNotifications = (tx: Tx): void => {
  collected.set(tx, new Map())
}

/** Tells the listeners of a channel when the transaction commits; at once if `tx` is no transaction. */
export async function notify(tx: Tx, channel: string, payloads: readonly string[]): Promise<void> {
  const channels = collected.get(tx)
  if (!channels) return send(tx, channel, payloads)
  const queued = channels.get(channel)
  channels.set(channel, new Set([...(queued ?? []), ...payloads]))
}

/** Sends the collected notifications, each payload once. */
export async function sendNotifications(tx: Tx): Promise<void> {
  for (const [channel, payloads] of collected.get(tx) ?? []) await send(tx, channel, [...payloads])
}

async function send(tx: Tx, channel: string, payloads: readonly string[]): Promise<void> {
  if (payloads.length > 0)
    await tx.$executeRaw`SELECT pg_notify(${channel}, payload) FROM unnest(${[...payloads]}::text[]) AS payload`
}
