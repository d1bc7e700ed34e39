import { invite } from '@/lib/auth/accounts/invite'
import { officeKinds } from '@/lib/delegations/kinds'
import { Email, personName } from '@/lib/delegations/schema'
import { translations } from '@/lib/messages'
import { withDatabase } from './database'
import { argumentsOf, WrongUse } from './wrong-use'

export const usage = `invite EMAIL [--office ${officeKinds.join('|')}] [--name "NAME"] [--reset-app]`

/**
 * Makes the account if there is none, gives it the office in the whole group, and prints a link to sign in with. With
 * --reset-app it takes the authenticator app of a person who lost it.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = argumentsOf({
    args,
    options: {
      office: { type: 'string' },
      name: { type: 'string' },
      'reset-app': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [email, ...more] = positionals
  if (!email || more.length) throw new WrongUse('Give one e-mail address.')
  const address = Email.safeParse(email)
  if (!address.success) throw new WrongUse(`"${email}" is not an e-mail address.`)
  const office = officeKinds.find((kind) => kind === values.office)
  if (values.office && !office) throw new WrongUse(`There is no office "${values.office}".`)
  const name = personName.optional().safeParse(values.name || undefined)
  if (!name.success)
    throw new WrongUse(`--name: ${translations('invalid')(name.error.issues[0]!.message)}`)
  const invited = {
    email: address.data,
    name: name.data,
    office,
    resetsApp: values['reset-app'],
  }
  const { link, name: known, isNew } = await withDatabase(() => invite(invited))
  if (invited.name && invited.name !== known)
    console.log(`${email} has an account already, which keeps the name ${known}.`)
  console.log(
    isNew
      ? `${email} is invited, and a letter says so.`
      : `${email} has an account already: no second letter is sent.`,
  )
  console.log(`This link signs in once, within ten minutes:\n\n  ${link}\n`)
}
