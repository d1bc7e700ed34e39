import 'server-only'
import { printSeatTime } from '@/lib/clock'
import type { Tx } from '@/lib/db/client'
import { letterSession } from '@/lib/delegations/letters/memberships'
import { writeToDelegations } from '@/lib/delegations/letters/post'
import { addressOf, letters } from '@/lib/mail/letters'
import { translations } from '@/lib/messages'
import { paths } from '@/lib/paths'
import { withoutArticle } from './attribution'
import type { LoadedAttribution } from './load'

/**
 * Tells the members of a group about a text on its behalf: each may dissociate itself. `others` are further texts of
 * the same act on behalf of the group.
 */
export async function tellMembers(
  tx: Tx,
  attribution: LoadedAttribution,
  others: readonly LoadedAttribution[] = [],
): Promise<void> {
  const { members, delegationId, name: group } = attribution
  const t = letters()
  const count = others.length + 1
  const addresses = [attribution, ...others].map(({ id }) =>
    addressOf(paths.onBehalf(attribution.session.slug, id)),
  )
  const values = { ...(await valuesOf(tx, attribution)), count, address: addresses.join('\n') }
  if (count > 1)
    values.what = translations('onBehalf')('subjects', { ...attribution.subject.about, count })
  const delegationIds = members.flatMap((member) =>
    member.delegationId && member.delegationId !== delegationId ? [member.delegationId] : [],
  )
  await writeToDelegations(tx, delegationIds, ({ name }) => ({
    matter: 'always',
    path: paths.onBehalf(attribution.session.slug, attribution.id),
    subject: t('onBehalf.subject', values),
    text: t('onBehalf.text', { ...values, name, group: withoutArticle(group) }),
  }))
}

/**
 * Tells the other members that texts of one author on behalf of the group were replaced or withdrawn by one act, and
 * which of them stand for their State still: one letter for all.
 */
export async function tellChange(
  tx: Tx,
  attributions: readonly [LoadedAttribution, ...LoadedAttribution[]],
  change: 'replaced' | 'withdrawn' | 'leftGroup',
): Promise<void> {
  const [first] = attributions
  const t = letters()
  const values = { ...(await valuesOf(tx, first)), change }
  const addressOfOne = ({ id }: LoadedAttribution) =>
    addressOf(paths.onBehalf(first.session.slug, id))
  const isBoundTo = (delegationId: string) => (attribution: LoadedAttribution) =>
    attribution.members.some(
      (member) => member.delegationId === delegationId && !member.dissociated,
    )
  const others = new Set(
    attributions.flatMap(({ members, delegationId: author }) =>
      members.flatMap(({ delegationId }) =>
        delegationId && delegationId !== author ? [delegationId] : [],
      ),
    ),
  )
  await writeToDelegations(tx, [...others], ({ name, delegationId }) => {
    const bound = attributions.filter(isBoundTo(delegationId))
    const told = bound.length > 0 ? bound : attributions
    const about = {
      ...values,
      ...(told.length > 1 && {
        what: translations('onBehalf')('subjects', { ...first.subject.about, count: told.length }),
      }),
      name,
      count: told.length,
      dissociated: bound.length > 0 ? 'no' : 'yes',
      address: told.map(addressOfOne).join('\n'),
    }
    return {
      matter: 'always',
      path: paths.onBehalf(first.session.slug, told[0].id),
      subject: t('onBehalfChanged.subject', about),
      text: t('onBehalfChanged.text', about),
    }
  })
}

/** Tells the author that a member dissociated itself, or associates itself again, and gives the member its receipt. */
export async function tellDissociation(
  tx: Tx,
  attribution: LoadedAttribution,
  act: { member: { delegationId: string; name: string }; isEnd: boolean; reason: string; at: Date },
): Promise<void> {
  const { member, isEnd, reason, at } = act
  const t = letters()
  const values = {
    ...(await valuesOf(tx, attribution)),
    member: member.name,
    act: isEnd ? 'again' : 'dissociated',
    reason: reason ? 'given' : 'none',
    why: reason,
    time: printSeatTime(at),
  }
  const path = paths.onBehalf(attribution.session.slug, attribution.id)
  const authors = attribution.delegationId ? [attribution.delegationId] : []
  await writeToDelegations(tx, authors, ({ name }) => ({
    matter: 'always',
    path,
    subject: t('dissociated.subject', values),
    text: t('dissociated.text', { ...values, name }),
  }))
  await writeToDelegations(tx, [member.delegationId], ({ name }) => ({
    matter: 'always',
    path,
    subject: t('dissociationReceipt.subject', values),
    text: t('dissociationReceipt.text', { ...values, name }),
  }))
}

async function valuesOf(tx: Tx, attribution: LoadedAttribution) {
  const { id, sessionId, name, author, session } = attribution
  return {
    kind: String(attribution.subject.about.kind),
    what: translations('onBehalf')('subject', attribution.subject.about),
    session: (await letterSession(tx, sessionId)).short,
    author,
    group: withoutArticle(name),
    address: addressOf(paths.onBehalf(session.slug, id)),
  }
}
