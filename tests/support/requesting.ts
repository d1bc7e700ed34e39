import { askToTakePart, proveAddress } from '@/lib/circulation/requests/ask'
import { AskToTakePart } from '@/lib/circulation/requests/schema'
import { db } from '@/lib/db/client'
import { secretSentTo } from './sent-links'

let count = 0

/** The input of a stakeholder on the public page; a new name, address and network at each call. */
export const typedRequest = (circulationId: string, about: Partial<AskToTakePart> = {}) =>
  AskToTakePart.parse({
    circulationId,
    name: `Network for Safe Streets ${++count}`,
    kind: 'nonGovernmental',
    contactName: 'Nadia Walker',
    email: `nadia.${count}@safe-streets.example`,
    ...about,
  })

/** A visitor, whose request arrives now. */
export const visiting = { request: { arrivedAt: null } }

/** A stakeholder asks on the public page. */
export const asks = (input: AskToTakePart, network = `network ${++count}`): Promise<void> =>
  askToTakePart(visiting, input, network)

/** A stakeholder asks and uses the link of the letter. Returns the request. */
export async function asksAndProves(circulationId: string, about: Partial<AskToTakePart> = {}) {
  const input = typedRequest(circulationId, about)
  await asks(input)
  const token = await secretSentTo(input.email)
  await proveAddress(visiting, { token })
  const { email } = input
  return db.participationRequest.findFirstOrThrow({
    where: { circulationId, email, provedAt: { not: null } },
    orderBy: { id: 'desc' },
  })
}

/** The requests from an address, proved or not. */
export const requestsOf = (email: string) => db.participationRequest.findMany({ where: { email } })

/** The mails to an address, in the order in which they were written. */
export const mailsTo = (recipient: string) =>
  db.mail.findMany({ where: { recipient }, orderBy: { id: 'asc' } })
