import { findForbiddenCharacter } from '@/lib/text/characters'

const LOCAL = /^[^\s@<>()[\]\\,;:"\p{Default_Ignorable_Code_Point}]{1,64}$/u
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * Reads an e-mail address, also an international one, into the one form in which it is kept: lower case, the domain as
 * DNS knows it ("außenamt.example" is "xn--auenamt-…"), so that one address is one person. Null if it is none.
 */
export function readEmailAddress(typed: string): string | null {
  const [local, domain, ...more] = typed.trim().normalize('NFC').toLowerCase().split('@')
  if (!local || !domain || more.length > 0) return null
  if (!LOCAL.test(local) || findForbiddenCharacter(local) || /^\.|\.\.|\.$/.test(local)) return null
  const ascii = asciiDomain(domain)
  return ascii && DOMAIN.test(ascii) ? `${local}@${ascii}` : null
}

function asciiDomain(domain: string): string | null {
  if (/[/?#\\:%\s[\]]/.test(domain)) return null
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return null
  }
}

/** A name and an address as mail programs copy them: `Ada Example <ada@example.org>`. The name may be empty. */
export function readNamedAddress(typed: string): { name: string; address: string } {
  const match = /^(.*?)\s*<\s*(?:mailto:)?([^<>]+?)\s*>$/su.exec(typed.trim())
  if (!match) return { name: '', address: typed.trim().replace(/^mailto:/i, '') }
  const name = match[1]!.trim().replace(/^(["'])(.*)\1$/su, '$2')
  return { name: name.replaceAll('\\"', '"').trim(), address: match[2]! }
}
