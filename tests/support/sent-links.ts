import { db } from '@/lib/db/client'

/** The link that begins with `part`, such as "/sessions/sixth/on-behalf/", in the latest letter to an address that has one. */
export async function linkSentTo(recipient: string, part: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({
    where: { recipient, text: { contains: part } },
    orderBy: { id: 'desc' },
  })
  return mail.text.slice(mail.text.indexOf(part)).split(/\s/)[0]!
}

/** The sign-in link in the latest letter to an address that has one. */
export const signInLinkSentTo = (recipient: string): Promise<string> =>
  linkSentTo(recipient, '/sign-in/link?token=')

/** The secret with which an address is proved, in the latest letter to it that has one. */
export const secretSentTo = async (recipient: string): Promise<string> =>
  /[\w-]+$/.exec(await linkSentTo(recipient, 'take-part/proof?token='))![0]
