import 'server-only'
import { dictionary } from '@zxcvbn-ts/language-common'

/** The commonest passwords (some 40,000, of lists that leaked), in lower case. */
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common'])
/** Words of the product and of every group; the words of the group itself come from the database. */
const PRODUCT = [
  'stocktake',
  'expert',
  'group',
  'unodc',
  'united',
  'nations',
  'password',
  'delegate',
]
/** The minimum length of a password without the words that everybody would try. */
const REST = 8

/** Words that an attacker who knows the person tries. */
type PersonalWords = { email: string; name: string; group: readonly string[] }

/**
 * Why a password would be guessed at once, as the key of a refusal, or null: it is one of the commonest, with figures and
 * signs around it, twice, or two of them together; or little is left of it without the words of the
 * product, the group, the person's name and address.
 */
export function guessable(
  password: string,
  personal: PersonalWords,
): 'passwordCommon' | 'passwordOwnWords' | null {
  const whole = plain(password)
  if (isCommon(whole)) return 'passwordCommon'
  const words = [personal.email.split('@')[0]!, personal.email, personal.name, ...personal.group]
    .flatMap((text) => [plain(text), ...text.split(/[^\p{L}\p{N}]+/u).map(plain)])
    .concat(PRODUCT)
    .filter((word) => word.length >= 3)
    .toSorted((a, b) => b.length - a.length)
  let rest = whole
  for (const word of words) rest = rest.replaceAll(word, '')
  return rest.length < REST && rest !== whole ? 'passwordOwnWords' : null
}

function isCommon(whole: string): boolean {
  const bare = whole.replace(/^\d+|\d+$/g, '')
  if (COMMON.has(whole) || (bare !== '' && COMMON.has(bare)) || /^\d*$/.test(whole)) return true
  if (/^(.{1,8}?)\1+$/u.test(whole)) return true
  for (let cut = 3; cut <= bare.length - 3; cut++)
    if (COMMON.has(bare.slice(0, cut)) && COMMON.has(bare.slice(cut))) return true
  return false
}

/** Letters and figures alone, in lower case, without marks. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
