import { once } from 'node:events'
import net from 'node:net'
import path from 'node:path'

/**
 * An address that leads to the same database until so many messages of its clients have gone through; then
 * the connection is cut, as when a client is killed: PostgreSQL may still run the last command.
 */
export async function cuttingProxy(databaseUrl: string, cutAfter: number) {
  const target = new URL(databaseUrl)
  const socket = path.join(target.searchParams.get('host')!, `.s.PGSQL.${target.port}`)
  let messages = 0
  const server = net.createServer((client) => {
    const database = net.connect(socket)
    const end = () => {
      client.destroy()
      database.destroy()
    }
    for (const each of [client, database]) each.on('error', end).on('close', end)
    database.on('data', (data) => client.write(data))
    client.on('data', (data) => {
      messages++
      database.write(data, () => messages >= cutAfter && end())
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as net.AddressInfo
  return {
    url: `postgresql://${target.username}@127.0.0.1:${port}${target.pathname}`,
    messages: () => messages,
    close: () => server.close(),
  }
}
