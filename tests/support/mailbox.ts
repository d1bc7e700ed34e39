import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a server received it, its text decoded. */
export type Received = { recipient: string; subject: string; text: string }

/** What a server refuses whoever the mail is to: the connection, the password or the sender. */
export type RefusedStep = 'connection' | 'password' | 'sender'

/**
 * A real SMTP server on a free port, which keeps what it receives. `refuse` gives the code with which
 * it turns a recipient away, or null to take the mail; `refusesAt` the step at which it turns everything away.
 */
export async function openMailbox(
  refuse: (recipient: string) => number | null = () => null,
  refusesAt: () => RefusedStep | null = () => null,
) {
  const received: Received[] = []
  const refusal = (step: RefusedStep) =>
    refusesAt() === step ? Object.assign(new Error(`bad ${step}`), { responseCode: 550 }) : null
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => done(refusal('connection')),
    onAuth({ username }, _session, done) {
      const refused = refusal('password')
      done(refused, refused ? undefined : { user: username ?? '' })
    },
    onMailFrom: (_address, _session, done) => done(refusal('sender')),
    onRcptTo({ address }, _session, done) {
      const code = refuse(address)
      done(code ? Object.assign(new Error('not here'), { responseCode: code }) : null)
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      const recipient = session.envelope.rcptTo[0]?.address ?? ''
      received.push({ recipient, ...read(Buffer.concat(chunks).toString('utf8')) })
      done()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}

function read(message: string): { subject: string; text: string } {
  const [head = '', ...body] = message.split('\r\n\r\n')
  const headers = head.replace(/\r\n[ \t]+/g, ' ')
  const subject = /^Subject: (.*)$/m.exec(headers)?.[1]?.trim() ?? ''
  const raw = body.join('\r\n\r\n').replaceAll('\r\n', '\n')
  const quoted = /^Content-Transfer-Encoding: quoted-printable/im.test(headers)
  return { subject, text: quoted ? unquote(raw) : raw }
}

const unquote = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
    'latin1',
  ).toString('utf8')
