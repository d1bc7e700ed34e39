import 'server-only'
import { type Tx, systemTransaction } from '@/lib/db/client'
import type { OfficeKind } from '@/lib/delegations/kinds'
import { requireNoDelegation, requireVacant } from '@/lib/delegations/offices/vacant'
import { personOf } from '@/lib/delegations/people'
import { Refused } from '@/lib/errors'
import { enqueueMail } from '@/lib/mail/enqueue'
import { recordByOperator } from '@/lib/record/record'
import { logSecurity } from '../security/log'
import { makeLink } from '../link/commands'
import { takeFactor } from '../second-factor/commands'
import { invitationMail } from './mails'

/**
 * Lets somebody in from the operator's command line: makes the person if the address is new, gives
 * the office in the whole group if they don't hold it, sends the invitation to a new person, and returns a sign-in
 * link for the operator to hand over. Called again, it makes another link and changes nothing else, nor sends a second
 * invitation. On demand it takes the authenticator app of the person, as the only member of the Secretariat has nobody
 * else to ask.
 */
export function invite(invited: {
  email: string
  name?: string
  office?: OfficeKind
  resetsApp?: boolean
}): Promise<{ link: string; name: string; isNew: boolean }> {
  return systemTransaction(async (tx) => {
    const { email, name = email, office, resetsApp } = invited
    const person = await personOf(tx, { email, name, honorific: '' })
    if (office) await giveOffice(tx, person, office)
    if (resetsApp) await resetApp(tx, { ...person, email })
    if (person.isNew) await inviteMail(tx, { email, name: person.name })
    const act = { sessionId: null, subjectId: person.id, data: { name: person.name } }
    await recordByOperator(tx, 'account.linkMade', act)
    await logSecurity('account.linkMade', { personId: person.id, detail: 'operator' }, tx)
    const link = await makeLink(tx, email, '/')
    return { link, name: person.name, isNew: person.isNew }
  })
}

/** Sends a person who was registered the mail that says how to sign in, once the act is committed. */
const inviteMail = (tx: Tx, person: { email: string; name: string }): Promise<void> =>
  enqueueMail(tx, invitationMail(person))

async function giveOffice(tx: Tx, person: { id: string; name: string }, kind: OfficeKind) {
  const office = { personId: person.id, kind, sessionId: null, endedAt: null }
  if (await tx.office.findFirst({ where: office })) return
  if (kind === 'secretariat') await requireNoDelegation(tx, person.id, null)
  const groupId = kind === 'secretariat' ? null : await onlyGroup(tx)
  if (groupId) await requireVacant(tx, kind, person.id, { groupId })
  const { id } = await tx.office.create({ data: { ...office, groupId } })
  await recordByOperator(tx, 'officer.appointed', {
    sessionId: null,
    subjectId: id,
    data: { name: person.name, office: kind },
  })
}

/** The group of an office that is given without naming one. An office without a group would be held in every one. */
async function onlyGroup(tx: Tx): Promise<string> {
  const [group, ...more] = await tx.expertGroup.findMany({ take: 2, select: { id: true } })
  if (!group) throw new Refused('invalid', 'groupNotSetUp', {}, 'office')
  if (more.length > 0) throw new Refused('invalid', 'officeOfManyGroups', {}, 'office')
  return group.id
}

async function resetApp(tx: Tx, person: { id: string; name: string; email: string }) {
  await takeFactor(tx, person)
  const act = { sessionId: null, subjectId: person.id, data: { name: person.name } }
  await recordByOperator(tx, 'account.factorReset', act)
  await logSecurity('account.factorReset', { personId: person.id, detail: 'operator' }, tx)
}
