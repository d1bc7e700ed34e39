import { expect, test } from 'vitest'
import { readableAddress, refuseMethod } from '@/lib/startup/request/address'

test.each(['/', '/sessions/sixth?words=%FF', '/%D8%B9', '/a%2Fb'])(
  'an address that can be read stays: %s',
  (address) => {
    expect(readableAddress(address)).toBe(address)
  },
)

test.each(['/sessions/%FF', '/%ED%A0%80', '/%', '/sessions/%00?words=x', '/sessions?words=a%00'])(
  'one that cannot is that of no page: %s',
  (address) => {
    expect(readableAddress(address)).toBe('/nowhere')
  },
)

test('a method that no page knows is refused; TRACE would send cookies back', () => {
  const answers: unknown[] = []
  const response = {
    writeHead: (status: number) => answers.push(status),
    end: () => answers.push('end'),
  } as unknown as Parameters<typeof refuseMethod>[1]
  expect(refuseMethod({ method: 'TRACE' }, response)).toBe(true)
  expect(answers).toEqual([405, 'end'])
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect(refuseMethod({ method }, response)).toBe(false)
})
