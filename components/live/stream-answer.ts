/** Why a stream stays closed: the person is signed out, or may no longer open the page that it belongs to. */
export type StreamEnd = 'signedOut' | 'notOpen'

const ENDS: Partial<Record<number, StreamEnd>> = {
  401: 'signedOut',
  403: 'notOpen',
  404: 'notOpen',
}

/**
 * The answer of the server where a stream did not open, as the browser tells no status of one: that it opens now, why it
 * stays closed, or that nobody answers as yet. Only a refusal of this product counts: a proxy before a server that
 * restarts may answer "not found" too. `asking` is ended with the answer.
 */
export async function streamAnswer(
  address: string,
  asking: AbortController,
): Promise<'opens' | 'away' | StreamEnd> {
  try {
    const answer = await fetch(address, { signal: asking.signal, cache: 'no-store' })
    if (answer.ok) return 'opens'
    const isOurs = answer.headers.get('content-type')?.startsWith('application/json')
    return (isOurs && ENDS[answer.status]) || 'away'
  } catch {
    return 'away'
  } finally {
    asking.abort()
  }
}
