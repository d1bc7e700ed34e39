import { isIP, isIPv4 } from 'node:net'

/** An address of a proxy's header without the port and brackets that some proxies add. */
export function withoutPort(address: string): string {
  const bare = address.trim().replace(/^"(.*)"$/, '$1')
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(bare) ?? []
  if (bracketed) return bracketed
  const [, host = bare] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(bare) ?? []
  return host
}

/** An IPv4 address as it is (also when written as IPv6), the first half of an IPv6 address. */
export function networkOf(address: string): string {
  const bare = withoutPort(address).toLowerCase().replace(/%.*$/, '')
  if (isIP(bare) !== 6) return bare
  const groups = groupsOf(bare)
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (mapped) return [groups[6]!, groups[7]!].flatMap((pair) => [pair >> 8, pair & 255]).join('.')
  const half = groups.slice(0, 4).map((group) => group.toString(16))
  return `${half.join(':')}::/64`
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [before = [], after = []] = address.split('::').map(numbersOf)
  const zeros = Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0)
  return [...before, ...zeros, ...after]
}

const numbersOf = (part: string): number[] =>
  part
    .split(':')
    .filter(Boolean)
    .flatMap((group) => {
      if (!isIPv4(group)) return [Number.parseInt(group, 16)]
      const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number)
      return [a * 256 + b, c * 256 + d]
    })
