import { afterEach, expect, test } from 'vitest'
import { STREAMS_OF_ADDRESS, STREAMS_OF_PERSON, takePlace } from '@/lib/live/places'
import { eventStream } from '@/lib/live/stream'

const leaves: (() => void)[] = []
afterEach(() => {
  for (const leave of leaves.splice(0)) leave()
})

function take(person: string, address: string): boolean {
  const leave = takePlace(person, address)
  if (leave) leaves.push(leave)
  return leave !== null
}

test('a person has a handful of streams, from whatever address', () => {
  for (let at = 0; at < STREAMS_OF_PERSON; at++) expect(take('amara', `10.0.0.${at}`)).toBe(true)
  expect(take('amara', '10.0.1.1')).toBe(false)
  expect(take('bastien', '10.0.0.1')).toBe(true)
})

test('an address has some hundreds, for whatever person', () => {
  for (let at = 0; at < STREAMS_OF_ADDRESS; at++) expect(take(`person ${at}`, 'mission')).toBe(true)
  expect(take('one more', 'mission')).toBe(false)
  expect(take('one more', 'elsewhere')).toBe(true)
})

test('a place that is given back is free again, and given back once', () => {
  for (let at = 0; at < STREAMS_OF_PERSON; at++) take('amara', 'here')
  const first = leaves.shift()!
  first()
  first()
  expect(take('amara', 'here')).toBe(true)
  expect(take('amara', 'here')).toBe(false)
})

test('a stream too many is answered at once, without loading what it would show', () => {
  for (let at = 0; at < STREAMS_OF_PERSON; at++) take('access:amara', 'here')
  const request = new Request('http://localhost/', { headers: { 'x-forwarded-for': 'here' } })
  const viewer = { topic: 'access:amara', isSame: () => Promise.reject(new Error('asked')) }
  const load = () => Promise.reject(new Error('loaded'))
  const answer = eventStream(request, viewer, { topic: 'screen', audience: 'room', load })
  expect(answer.status).toBe(429)
  expect(answer.headers.get('retry-after')).toBe('30')
})
