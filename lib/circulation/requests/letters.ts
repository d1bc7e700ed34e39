import 'server-only'
import type { Tx } from '@/lib/db/client'
import { listSecretariat, write, writeToDelegations } from '@/lib/delegations/letters/post'
import { letterSession } from '@/lib/delegations/letters/memberships'
import type { MailToSend } from '@/lib/mail/enqueue'
import { addressOf, letters } from '@/lib/mail/letters'
import { paths } from '@/lib/paths'

/** An applicant, and the circulation of the request. */
type Applicant = {
  name: string
  contactName: string
  email: string
  circulationId: string
  sessionId: string
}

/** The letter with the link that proves the address. It names the request, for an unaware reader. */
export async function proofLetter(
  tx: Tx,
  applicant: Applicant,
  token: string,
): Promise<MailToSend> {
  const { values, slug, t } = await about(tx, applicant)
  const link = addressOf(paths.proveAddress(slug, applicant.circulationId, token))
  return {
    recipient: applicant.email,
    subject: t('takePart.proof.subject', values),
    text: t('takePart.proof.text', { ...values, link }),
  }
}

/** Tells the Secretariat about a request with a proved address. */
export async function announceRequest(tx: Tx, applicant: Applicant): Promise<void> {
  const { values, slug, t } = await about(tx, applicant)
  const path = paths.circulationRequests(slug, applicant.circulationId)
  const address = addressOf(path)
  await write(tx, await listSecretariat(tx), (reader) => ({
    matter: 'always',
    path,
    subject: t('takePart.asked.subject', values),
    text: t('takePart.asked.text', { ...values, reader: reader.name, address }),
  }))
}

/** Tells the applicant that it takes part, the name of its delegation, and how to sign in. */
export async function admittedLetter(
  tx: Tx,
  applicant: Applicant,
  delegation: string,
): Promise<MailToSend> {
  const { values, slug, t } = await about(tx, applicant)
  const address = addressOf(paths.circulationComments(slug, applicant.circulationId))
  return {
    recipient: applicant.email,
    subject: t('takePart.admitted.subject', values),
    text: t('takePart.admitted.text', { ...values, delegation, address }),
  }
}

/** Tells those who may submit for a delegation, before the applicant joins them, whom the Secretariat lets in. */
export async function announceColleague(
  tx: Tx,
  applicant: Applicant,
  { id, name: delegation }: { id: string; name: string },
): Promise<void> {
  const { values, slug, t } = await about(tx, applicant)
  const path = paths.delegation(slug, id)
  const address = addressOf(path)
  await writeToDelegations(tx, [id], (reader) => {
    const written = { ...values, delegation, reader: reader.name, address }
    return {
      matter: 'always',
      path,
      subject: t('takePart.colleague.subject', written),
      text: t('takePart.colleague.text', written),
    }
  })
}

/** Tells the applicant that it does not take part, and the reason. */
export async function refusedLetter(
  tx: Tx,
  applicant: Applicant,
  reason: string,
): Promise<MailToSend> {
  const { values, t } = await about(tx, applicant)
  return {
    recipient: applicant.email,
    subject: t('takePart.refused.subject', values),
    text: t('takePart.refused.text', { ...values, reason }),
  }
}

async function about(tx: Tx, { name, contactName, email, sessionId }: Applicant) {
  const { short, event, slug } = await letterSession(tx, sessionId)
  return { t: letters(), slug, values: { session: short, event, name, contactName, email } }
}
