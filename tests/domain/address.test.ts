import { expect, test } from 'vitest'
import { readableAddress } from '@/lib/startup/request/address'

test.each(['/', '/sessions/sixth?words=%00%FF', '/%D8%B9', '/a%2Fb'])(
  'an address that can be read stays: %s',
  (address) => {
    expect(readableAddress(address)).toBe(address)
  },
)

test.each(['/sessions/%FF', '/%ED%A0%80', '/%', '/sessions/%00?words=x'])(
  'one that cannot is that of no page: %s',
  (address) => {
    expect(readableAddress(address)).toBe('/nowhere')
  },
)
