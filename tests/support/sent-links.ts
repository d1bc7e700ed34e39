import { db } from '@/lib/db/client'

/** The secret in the latest letter with a link to this address; null for none. */
export async function secretSentTo(recipient: string): Promise<string | null> {
  const mail = await db.mail.findFirst({
    where: { recipient, text: { contains: 'take-part/proof?token=' } },
    orderBy: { id: 'desc' },
  })
  return /take-part\/proof\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? null
}

/** The sign-in link in the latest letter to this address that has one. */
export async function linkSentTo(recipient: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({
    where: { recipient, text: { contains: 'sign-in/link?token=' } },
    orderBy: { id: 'desc' },
  })
  return /\/sign-in\/link\?token=[\w-]+/.exec(mail.text)![0]
}

/** The address under `part`, such as "/sessions/sixth/on-behalf/", in the latest letter to this person that has one. */
export async function addressSentTo(recipient: string, part: string): Promise<string> {
  const mail = await db.mail.findFirstOrThrow({
    where: { recipient, text: { contains: part } },
    orderBy: { id: 'desc' },
  })
  return mail.text.slice(mail.text.indexOf(part)).split(/\s/)[0]!
}
