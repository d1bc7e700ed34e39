import { invite } from '@/lib/auth/accounts/invite'
import { officeKinds } from '@/lib/delegations/kinds'
import { withDatabase } from './database'
import { argumentsOf, WrongUse } from './wrong-use'

export const usage = `invite EMAIL [--office ${officeKinds.join('|')}] [--name "NAME"]`

/** Makes the account if there is none, gives it the office in the whole group, and prints a link to sign in with. */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = argumentsOf({
    args,
    options: { office: { type: 'string' }, name: { type: 'string' } },
    allowPositionals: true,
  })
  const [email, ...more] = positionals
  if (!email || more.length) throw new WrongUse('Give one e-mail address.')
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new WrongUse(`"${email}" is not an e-mail address.`)
  const office = officeKinds.find((kind) => kind === values.office)
  if (values.office && !office) throw new WrongUse(`There is no office "${values.office}".`)
  const { name } = values
  const { link } = await withDatabase(() => invite({ email: email.toLowerCase(), name, office }))
  console.log(`${email} is invited. This link signs in once, within ten minutes:\n\n  ${link}\n`)
}
